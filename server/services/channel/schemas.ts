import { z } from "zod";
import { parsePostgresUrl } from "~/server/connectors/postgres-url";

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

const DatabaseUrl = z
  .string()
  .trim()
  .max(2000)
  .superRefine((url, context) => {
    try {
      parsePostgresUrl(url);
    } catch (error) {
      context.addIssue({
        code: "custom",
        message: error instanceof Error ? error.message : "is no address.",
      });
    }
  })
  .meta({
    description:
      "A PostgreSQL connection URL, `postgres://user:password@host:5432/database`. Encrypted and its certificate checked, unless `?sslmode=require` (encrypted only) or `disable` says otherwise.",
  });
const DEFAULT_TABLE = "billhook_failures";
const Table = z
  .string()
  .trim()
  .regex(/^[a-z_][a-z0-9_]{0,62}(\.[a-z_][a-z0-9_]{0,62})?$/, {
    error: "must be a name like billhook_failures or reports.billhook_failures: small letters, digits and _.",
  })
  .meta({
    description: `The table that gets a row for each message; made when it is missing. ${DEFAULT_TABLE} unless told.`,
  });

/** An unparsable address has been refused before. */
function hasUser(url: string): boolean {
  return URL.canParse(url) && new URL(url).username + new URL(url).password !== "";
}

/** What each kind of channel is set up with; kept encrypted. */
export const CHANNEL_CONFIGS = {
  email: z.strictObject({ to: To }),
  slack: z.strictObject({ url: Url.meta({ description: "The address of a Slack incoming webhook." }) }),
  webhook: z.strictObject({ url: Url, secret: SigningSecret }),
  database: z.strictObject({ databaseUrl: DatabaseUrl, table: Table }),
};
export type ChannelConfig =
  | ({ kind: "email" } & z.infer<typeof CHANNEL_CONFIGS.email>)
  | ({ kind: "slack" } & z.infer<typeof CHANNEL_CONFIGS.slack>)
  | ({ kind: "webhook" } & z.infer<typeof CHANNEL_CONFIGS.webhook>)
  | ({ kind: "database" } & z.infer<typeof CHANNEL_CONFIGS.database>);
export type ChannelKind = ChannelConfig["kind"];

const { email, slack, webhook, database } = CHANNEL_CONFIGS;

/** `POST /api/v1/channels`. */
export const CreateChannelInput = z.discriminatedUnion(
  "kind",
  [
    email.extend({ kind: z.literal("email"), name: Name }),
    slack.extend({ kind: z.literal("slack"), name: Name }),
    webhook.extend({ kind: z.literal("webhook"), name: Name, secret: SigningSecret.optional() }),
    database.extend({ kind: z.literal("database"), name: Name, table: Table.default(DEFAULT_TABLE) }),
  ],
  { error: 'must be "email", "slack", "webhook" or "database".' },
);
export type CreateChannelInput = z.input<typeof CreateChannelInput>;

/** What is not named stays as it is. */
export const UpdateChannelInput = z.strictObject({
  id: z.string(),
  name: Name.optional(),
  to: To.optional(),
  url: Url.optional(),
  secret: SigningSecret.optional(),
  databaseUrl: DatabaseUrl.optional(),
  table: Table.optional(),
});
export type UpdateChannelInput = z.infer<typeof UpdateChannelInput>;

/** A channel as anybody outside may see it: no address that lets one send, no secret. */
export const ChannelView = z.object({
  id: z.string(),
  kind: z.enum(["email", "slack", "webhook", "database"]),
  name: z.string(),
  /** What a person recognises it by: `ada@example.com and 2 more`. */
  label: z.string(),
  to: z.array(z.string()).optional().meta({ description: "The addresses of an e-mail channel." }),
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
