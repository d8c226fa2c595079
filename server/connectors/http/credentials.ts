import { z } from "zod";
import { headerProblem } from "./header-rules";

/** Not secret, but what a request is steered by: it must not be cut in two by a line break. */
const Line = z.string().regex(/^[^\p{Cc}]*$/u, { error: "must be one line. Copy it again, whole." });
const Word = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,8000}$/, { error: "must be one word without spaces. Copy it again, whole." });

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Secrets in clear text over the internet are read by whoever stands between. */
const isSafe = ({ protocol, hostname }: URL) =>
  protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname));

const NOT_SAFE = "must begin with https://, so that nobody on the way can read the secret.";

const Origin = z
  .string()
  .trim()
  .max(300)
  .superRefine((text, check) => {
    const message = URL.canParse(text)
      ? originProblem(new URL(text))
      : "must be an address like https://api.example.com.";
    if (message) check.addIssue({ code: "custom", message });
  })
  .overwrite((text) => (URL.canParse(text) ? new URL(text).origin : text))
  .meta({ title: "Origin", description: "Scheme, host and port. The secret goes to nobody else." });

function originProblem(url: URL): string | null {
  if (!isSafe(url)) return NOT_SAFE;
  if (url.username || url.password) return "must hold no user name and no password.";
  if (url.pathname !== "/" || url.search || url.hash)
    return `must be an origin without a path, like ${url.origin}: the step adds the path.`;
  return null;
}

const TokenUrl = z
  .string()
  .trim()
  .max(2000)
  .refine(
    (text) => URL.canParse(text) && isSafe(new URL(text)) && !new URL(text).username,
    "must be an address like https://login.example.com/oauth/token.",
  );

const HeaderName = z
  .string()
  .trim()
  .superRefine((name, check) => {
    const message = headerProblem(name);
    if (message) check.addIssue({ code: "custom", message });
  });

export const HttpAuth = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("none") }),
    z.strictObject({
      kind: z.literal("basic"),
      username: Line.min(1)
        .max(500)
        .refine((name) => !name.includes(":"), "must not hold a colon."),
      password: Line.max(4000),
    }),
    z.strictObject({ kind: z.literal("bearer"), token: Word }),
    z.strictObject({
      kind: z.literal("header"),
      name: HeaderName,
      value: z
        .string()
        .trim()
        .regex(/^[\x20-\x7e]{1,8000}$/, { error: "must be one line of plain letters, digits and signs." }),
    }),
    z.strictObject({
      kind: z.literal("oauth2"),
      tokenUrl: TokenUrl,
      clientId: Line.min(1).max(1000),
      clientSecret: Line.min(1).max(8000),
      scope: Line.max(2000).optional(),
      audience: Line.max(2000).optional(),
    }),
  ],
  { error: 'kind must be "none", "basic", "bearer", "header" or "oauth2".' },
);
export type HttpAuth = z.output<typeof HttpAuth>;
export const AUTH_KINDS = ["none", "basic", "bearer", "header", "oauth2"] as const;
export type HttpAuthKind = (typeof AUTH_KINDS)[number];
export type OAuth2 = HttpAuth & { kind: "oauth2" };

/** What a connection of the app `http` holds: who the secret is for, and the secret. */
export const HttpCredentials = z.strictObject({ origin: Origin, auth: HttpAuth });
export type HttpCredentials = z.output<typeof HttpCredentials>;

/** What a person recognises the credentials by; no secret is in it. */
export function credentialsLabel({ origin, auth }: HttpCredentials): string {
  return `${origin} (${AUTH_NAMES[auth.kind]})`;
}

export const AUTH_NAMES: Record<HttpAuthKind, string> = {
  none: "no authentication",
  basic: "user name and password",
  bearer: "bearer token",
  header: "secret in a header",
  oauth2: "OAuth 2.0 client credentials",
};
