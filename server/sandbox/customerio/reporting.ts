import { createHmac } from "node:crypto";
import { ulid } from "ulid";
import { z } from "zod";
import { prisma } from "~/server/db";
import { env } from "~/server/env";
import { readStore } from "~/server/sandbox/account";
import { unixNow } from "~/server/sandbox/ids";
import type { AccountScope, Store } from "~/server/sandbox/store";
import { unlock } from "~/server/services/connection/open";
import { appInvalid, appMissing } from "./errors";
import type { Message, Person } from "./model";

/** Customer.io gives up on an address after four seconds and tries again later, holding back what comes after. */
const TIMEOUT_MS = 4_000;
const TRIES = 6;
const RETRY_MS = 2_000;

const Input = z.object({
  name: z.string().default("Reporting webhook"),
  endpoint: z.url({ protocol: /^https?$/ }),
  events: z.array(z.string()).min(1),
  disabled: z.boolean().default(false),
  full_resolution: z.boolean().default(false),
  with_content: z.boolean().default(false),
});
type Webhook = z.output<typeof Input> & { id: number };

interface Report {
  event_id: string;
  url: string;
  tries: number;
  body: object;
}

/** `GET /v1/reporting_webhooks` */
export async function listWebhooks(store: Store): Promise<Webhook[]> {
  return store.list<Webhook>("reporting_webhook", { oldestFirst: true });
}

/** `GET /v1/reporting_webhooks/{id}` */
export async function getWebhook(store: Store, id: string): Promise<Webhook> {
  const found = await store.get<Webhook>("reporting_webhook", id);
  if (!found) throw appMissing("reporting webhook");
  return found;
}

/** `POST /v1/reporting_webhooks`, and `PUT …/{id}` with what is there already. */
export async function saveWebhook(store: Store, body: unknown, known?: Webhook): Promise<Webhook> {
  const parsed = Input.safeParse({ ...known, ...(typeof body === "object" ? body : {}) });
  if (!parsed.success) throw appInvalid(z.prettifyError(parsed.error));
  const ids = known ? [] : (await listWebhooks(store)).map(({ id }) => id);
  const webhook = { ...parsed.data, id: known?.id ?? Math.max(0, ...ids) + 1 };
  await store.put("reporting_webhook", String(webhook.id), webhook);
  return webhook;
}

/** Puts what happened to a message into the outbox of each webhook that wants it, inside the account's transaction. */
export async function report(
  store: Store,
  message: Message,
  about: string,
  metrics: readonly string[],
): Promise<void> {
  const webhooks = await listWebhooks(store);
  const person = message.person ? await store.get<Person>("person", message.person) : null;
  const { id = null, email = null, cio_id = null } = person ?? {};
  for (const metric of metrics) {
    for (const { endpoint, events, disabled } of webhooks) {
      if (disabled || !events.includes(`${about}_${metric}`)) continue;
      const event_id = ulid();
      const data = {
        customer_id: id,
        identifiers: { id, email, cio_id },
        delivery_id: message.delivery_id,
        recipient: message.to,
        subject: message.subject,
        transactional_message_id: Number(message.transactional_message_id) || undefined,
      };
      const body = { event_id, object_type: about, metric, timestamp: unixNow(), data };
      await store.put("report", event_id, { event_id, url: endpoint, tries: 0, body } satisfies Report);
    }
  }
}

/** One line of work per account in this process: a report that fails holds back those after it. */
const lines = new Map<string, Promise<void>>();

/** Posts what waits in the outbox, oldest first. Never throws. */
export function sendReports(scope: AccountScope): Promise<void> {
  const line = (lines.get(scope.accountId) ?? Promise.resolve())
    .then(() => pass(scope))
    .catch((error: unknown) => console.error("The sandbox could not send its reports", error));
  lines.set(scope.accountId, line);
  return line;
}

async function pass(scope: AccountScope): Promise<void> {
  const store = readStore(scope);
  const waiting = await store.list<Report>("report", { oldestFirst: true, limit: 500 });
  const secret = waiting.length > 0 ? await signingKey(scope) : null;
  for (const one of waiting) {
    if (secret && (await post(one, secret))) {
      await store.remove("report", one.event_id);
    } else if (one.tries + 1 >= TRIES) {
      await store.remove("report", one.event_id);
    } else {
      await store.put("report", one.event_id, { ...one, tries: one.tries + 1 });
      setTimeout(() => void sendReports(scope), RETRY_MS * 2 ** one.tries).unref();
      return;
    }
  }
}

async function signingKey({ workspaceId, accountId }: AccountScope): Promise<string | null> {
  const row = await prisma().connection.findFirst({ where: { workspaceId, sandboxAccountId: accountId } });
  const opened = row && unlock(row);
  return opened?.app === "customerio" ? (opened.credentials.webhookSigningKey ?? null) : null;
}

/** The sandbox reaches this install and nothing else, whatever address somebody gave it. */
async function post({ url, body }: Report, secret: string): Promise<boolean> {
  const { pathname } = new URL(url);
  if (!pathname.startsWith("/api/webhooks/customerio/")) return true;
  const payload = JSON.stringify(body);
  const timestamp = String(unixNow());
  const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${payload}`).digest("hex");
  const headers = {
    "content-type": "application/json",
    "x-cio-timestamp": timestamp,
    "x-cio-signature": signature,
  };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const sent = fetch(env.internalUrl + pathname, { method: "POST", body: payload, headers, signal });
  return sent.then(
    ({ ok }) => ok,
    () => false,
  );
}
