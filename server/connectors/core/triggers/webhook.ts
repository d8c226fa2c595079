import { z } from "zod";
import { defineTrigger, ownEvent } from "~/server/connectors/define-trigger";
import { Integer, JsonObject, optional, required, Text } from "~/server/connectors/fields";

const TYPE = "webhook";
const HeaderName = () =>
  z
    .string()
    .trim()
    .max(100)
    .regex(/^[A-Za-z0-9-]+$/, "Must be a header's name, like X-Signature.");

export const webhookTrigger = defineTrigger({
  id: TYPE,
  app: "core",
  title: "A request arrives at a web address",
  summary: "Starts when another system calls an address that belongs to this recipe alone.",
  words: [
    "webhook receive|arrive|come|call|hit|fire|get|from",
    "incoming|inbound|generic|custom webhook|request|post|hook|call",
    "webhook",
    "by|via|through webhook",
    "backend|server|app|site|website|shop|store|crm|system|service|platform|api|backoffice|software|tool|form|erp post|call|send|hit|ping|notify|tell|request",
    "backend|server|app|site|website|shop|crm|system|service|platform|api|erp post|send|make|fire request|payload|json|data|webhook|call",
    "post|call|request|webhook|payload from backend|server|app|site|website|shop|crm|system|service|platform|api|outside|elsewhere|erp",
    "http request|call|post arrive|come|receive|hit|arrives|from",
    "request|post|payload|json arrive|come|receive|hit",
    "post us|you|to|it webhook|request|you|endpoint",
    "hit|call your|endpoint|url|webhook",
    "send|make|fire you|billhook post|webhook|request|call|payload",
    "another|external|other|own system|service|app|server call|post|send|ping|hit",
  ],
  origin: "recipe",
  dedupe: "The value of “Same request” if you give one, else the exact body: within it, one run.",
  config: z
    .strictObject({
      auth: required(z.enum(["none", "header", "hmac", "stripe"]), {
        title: "Who may call it",
        description:
          "none: whoever knows the address. header: a secret in a header. hmac: a signature of the body. stripe: signed as Stripe does.",
      }),
      header: optional(HeaderName(), {
        title: "Header",
        description: "Which header holds the secret or the signature.",
        placeholder: "X-Signature",
      }),
      prefix: optional(Text(40), {
        title: "Before the value",
        description: "What stands before the secret or signature in the header, like sha256= or Bearer.",
        group: "more",
      }),
      algorithm: optional(z.enum(["sha256", "sha1", "sha512"]), {
        title: "Hash of the signature",
        description: "SHA-256 unless you choose another.",
        group: "more",
      }),
      encoding: optional(z.enum(["hex", "base64"]), {
        title: "Encoding of the signature",
        description: "Hexadecimal unless you choose another.",
        group: "more",
      }),
      dedupe: optional(Text(500), {
        title: "Same request",
        description:
          "Requests for which this is equal start one run only. Without it: requests with an equal body and query; a request with neither always counts.",
        placeholder: "{{ trigger.data.body.id }}",
      }),
      repeat: optional(z.enum(["once", "always"]), {
        title: "An equal request again",
        description:
          "Once: it starts nothing. Always: every request starts a run, also one that was sent again.",
        group: "more",
      }),
      replyStatus: optional(Integer(200, 299), {
        title: "Status of the answer",
        description: "200 unless you choose another.",
        group: "more",
      }),
      reply: optional(JsonObject(), {
        title: "Answer",
        description:
          "What the caller gets as JSON; it may hold data of the request. It never waits for the run.",
        group: "more",
      }),
    })
    .refine(({ auth, header }) => (auth !== "header" && auth !== "hmac") || header !== undefined, {
      error: "header is required.",
      path: ["header"],
    }),
  sample: {
    config: { auth: "hmac", header: "X-Signature", dedupe: "{{ trigger.data.body.id }}" },
    event: ownEvent("01J8", TYPE, new Date(1_790_000_000_000), {
      method: "POST",
      query: { source: "shop" },
      headers: { "content-type": "application/json" },
      body: { id: "order_42", email: "ada@example.com", amount: 4900 },
    }),
  },
});

export type WebhookConfig = z.output<typeof webhookTrigger.config>;
