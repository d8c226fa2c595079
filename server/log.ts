import { pino } from "pino";
import { env } from "~/server/env";

const SECRETS = [
  "apiKey",
  "webhookSecret",
  "trackApiKey",
  "appApiKey",
  "cdpApiKey",
  "password",
  "credentials",
  "authorization",
  "token",
];

/** The process log: one JSON line each, secrets left out. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[secret]" },
});
