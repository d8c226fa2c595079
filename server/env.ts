import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const flag = z
  .enum(["0", "1", "true", "false", ""])
  .default("0")
  .transform((value) => value === "1" || value === "true");

const optional = z
  .string()
  .optional()
  .transform((value) => value || undefined);

const Environment = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  APP_URL: optional.pipe(z.url().optional()),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: optional,
  ENGINE: z.enum(["embedded", "inngest"]).default("embedded"),
  ALLOW_LOOPBACK: flag,
  TRUST_PROXY: flag,
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(20),
  WORKER_ID: optional,
  /** Whoever runs this install: e-mail addresses, separated by commas. */
  OPERATOR_EMAILS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((address) => address.trim().toLowerCase())
        .filter(Boolean),
    ),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  ENCRYPTION_KEY: optional,
  NEXTAUTH_SECRET: optional,
  GITHUB_ID: optional,
  GITHUB_SECRET: optional,
  GOOGLE_CLIENT_ID: optional,
  GOOGLE_CLIENT_SECRET: optional,
  /** "sandbox": the OAuth server of the Stripe sandbox accounts. */
  STRIPE_OAUTH_CLIENT_ID: optional,
  STRIPE_OAUTH_CLIENT_SECRET: optional,
  STRIPE_OAUTH_AUTHORIZE_URL: z.url().default("https://marketplace.stripe.com/oauth/v2/authorize"),
  STRIPE_OAUTH_TOKEN_URL: z.url().default("https://api.stripe.com/v1/oauth/token"),
  STRIPE_OAUTH_DEAUTHORIZE_URL: optional.pipe(z.url().optional()),
  STRIPE_OAUTH_SCOPE: optional,
  STRIPE_OAUTH_PKCE: flag,
  STRIPE_OAUTH_WEBHOOK_SECRET: optional,
  /** Where mails to the team go out; without it they stay in each workspace's mailbox. */
  SMTP_URL: optional.pipe(z.url({ protocol: /^smtps?$/ }).optional()),
  MAIL_FROM: optional,
  /** A language model that helps the prompt box; without one the built-in compiler does it alone. */
  AI_PROVIDER: z
    .enum(["openai", "anthropic", "openai-compatible", ""])
    .optional()
    .transform((value) => value || undefined),
  AI_API_KEY: optional,
  /** The root of the model's API, with `/v1` where it has one. */
  AI_BASE_URL: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  AI_MODEL: optional,
  AI_TIMEOUT_MS: z.coerce.number().int().min(50).max(10_000).default(10_000),
  /** Sentences a workspace may have the model read each day. */
  AI_DRAFTS_PER_DAY: z.coerce.number().int().min(0).max(100_000).default(100),
  INNGEST_EVENT_KEY: optional,
  INNGEST_SIGNING_KEY: optional,
  INNGEST_BASE_URL: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  /** Read by Inngest's SDK itself: 1, or a dev server's address. */
  INNGEST_DEV: optional,
});

const parsed = Environment.superRefine((given, ctx) => {
  if (given.AI_PROVIDER !== "openai-compatible") return;
  for (const name of ["AI_BASE_URL", "AI_MODEL"] as const)
    if (!given[name])
      ctx.addIssue({
        code: "custom",
        path: [name],
        message: "AI_PROVIDER=openai-compatible needs it too: its address and the name of a model.",
      });
}).safeParse(process.env);
if (!parsed.success) {
  throw new Error(`The environment is not usable:\n${z.prettifyError(parsed.error)}`);
}

const dataDir = path.resolve(parsed.data.DATA_DIR);

/** Returns a base64 secret of 32 bytes that is made once and kept in DATA_DIR, for installs that set none. */
function generatedSecret(name: string): string {
  const file = path.join(dataDir, "keys", name);
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, randomBytes(32).toString("base64"), { mode: 0o600, flag: "wx" });
    } catch (error) {
      // Two processes may start at once: whoever wrote first decides the key.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    chmodSync(file, 0o600);
  }
  return readFileSync(file, "utf8").trim();
}

/** The checked environment. Everything that reads `process.env` goes through here. */
export const env = {
  ...parsed.data,
  DATA_DIR: dataDir,
  /** Where browsers and Stripe reach this install, without a trailing slash. */
  APP_URL: (parsed.data.APP_URL ?? `http://localhost:${parsed.data.PORT}`).replace(/\/$/, ""),
  /** Where this machine's own processes reach the web process (sandbox accounts live there). */
  internalUrl: `http://127.0.0.1:${parsed.data.PORT}`,
  encryptionKey: () => parsed.data.ENCRYPTION_KEY ?? generatedSecret("encryption"),
  authSecret: () => parsed.data.NEXTAUTH_SECRET ?? generatedSecret("auth"),
  /** Throws when no database is known: the supervisor sets DATABASE_URL before it starts web and worker. */
  databaseUrl: () => {
    if (!parsed.data.DATABASE_URL)
      throw new Error("DATABASE_URL is not set. Start Billhook with `npm start`.");
    return parsed.data.DATABASE_URL;
  },
};
