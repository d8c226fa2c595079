import { z } from "zod";

const Name = z.string().trim().min(1).max(80);
const To = z
  .array(z.email({ error: "is no e-mail address. Write it like ada@example.com." }).max(254))
  .min(1, { error: "needs at least one address." })
  .max(20, { error: "takes 20 addresses at most. Use a mailing list's address for more." })
  .meta({ description: "The team's addresses; all of them are in the mail's To line." });
const Url = z
  .url({ protocol: /^https?$/, error: "must be an address that begins with https://." })
  .max(2000)
  .refine((url) => !hasUser(url), { error: "must not hold a user name or password." });
const SigningSecret = z
  .string()
  .regex(/^whsec_(?=.{32,88}$)[A-Za-z0-9+/]+={0,2}$/, {
    error: "must be whsec_ and 24 to 64 bytes in base64. Leave it out, and Billhook makes one.",
  })
  .meta({ description: "Signs every message as Standard Webhooks does. Made and shown once when left out." });

/** An unparsable address has been refused before. */
function hasUser(url: string): boolean {
  return URL.canParse(url) && new URL(url).username + new URL(url).password !== "";
}

/** What each kind of channel is set up with; kept encrypted. */
export const CHANNEL_CONFIGS = {
  email: z.strictObject({ to: To }),
  slack: z.strictObject({ url: Url.meta({ description: "The address of a Slack incoming webhook." }) }),
  webhook: z.strictObject({ url: Url, secret: SigningSecret }),
};
export type ChannelConfig =
  | ({ kind: "email" } & z.infer<typeof CHANNEL_CONFIGS.email>)
  | ({ kind: "slack" } & z.infer<typeof CHANNEL_CONFIGS.slack>)
  | ({ kind: "webhook" } & z.infer<typeof CHANNEL_CONFIGS.webhook>);
export type ChannelKind = ChannelConfig["kind"];

const { email, slack, webhook } = CHANNEL_CONFIGS;

/** `POST /api/v1/channels`. */
export const CreateChannelInput = z.discriminatedUnion(
  "kind",
  [
    email.extend({ kind: z.literal("email"), name: Name }),
    slack.extend({ kind: z.literal("slack"), name: Name }),
    webhook.extend({ kind: z.literal("webhook"), name: Name, secret: SigningSecret.optional() }),
  ],
  { error: 'must be "email", "slack" or "webhook".' },
);
export type CreateChannelInput = z.infer<typeof CreateChannelInput>;

/** What is not named stays as it is. */
export const UpdateChannelInput = z.strictObject({
  id: z.string(),
  name: Name.optional(),
  to: To.optional(),
  url: Url.optional(),
  secret: SigningSecret.optional(),
});
export type UpdateChannelInput = z.infer<typeof UpdateChannelInput>;

/** A channel as anybody outside may see it: no address that lets one send, no secret. */
export const ChannelView = z.object({
  id: z.string(),
  kind: z.enum(["email", "slack", "webhook"]),
  name: z.string(),
  /** What a person recognises it by: `ada@example.com and 2 more`. */
  label: z.string(),
});
export type ChannelView = z.infer<typeof ChannelView>;

/** The answer to its making: the only time that a webhook's signing secret can be read. */
export const CreatedChannel = ChannelView.extend({
  secret: z.string().optional().meta({ description: "A webhook's signing secret. Shown only now." }),
});
export type CreatedChannel = z.infer<typeof CreatedChannel>;

/** A channel with its secrets in clear. It never leaves the server. */
export type OpenChannel = ChannelConfig & {
  workspaceId: string;
  id: string;
  name: string;
  label: string;
};
