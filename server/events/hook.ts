import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { v7 as uuid } from "uuid";
import { type WebhookConfig, webhookTrigger } from "~/server/connectors/core/triggers/webhook";
import { ownEvent } from "~/server/connectors/define-trigger";
import { isSignedByStripe } from "~/server/connectors/stripe/signature";
import { sha256, unseal } from "~/server/crypto";
import { pool } from "~/server/db";
import { AppError } from "~/server/errors";
import { aboutOf } from "~/server/recipes/lanes";
import { resolve } from "~/server/recipes/values";
import { acceptEvent, receiptOf } from "./accept";

/** One request to a recipe's own address, whatever server it came through. */
export interface HookRequest {
  token: string;
  method: string;
  /** Query parameters; of several with one name, the last. */
  query: Record<string, string>;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

export interface HookAnswer {
  status: number;
  body: unknown;
}

interface Hook {
  workspaceId: string;
  recipeId: string;
  config: unknown;
  secret: Buffer | null;
}

// A draft that was never published is called too: what arrives is kept as an example to build with.
const FIND = `
SELECT r."workspaceId", r."id" AS "recipeId", r."hookSecret" AS secret,
       coalesce(v."definition", r."definition")->'trigger'->'config' AS config
FROM "Recipe" r
LEFT JOIN "RecipeVersion" v ON v."workspaceId" = r."workspaceId" AND v."recipeId" = r."id"
     AND v."version" = r."currentVersion" AND r."status" <> 'draft'
WHERE r."hookToken" = $1 AND r."archivedAt" IS NULL
  AND coalesce(v."definition", r."definition")->'trigger'->>'type' = 'webhook'`;

async function findHook(token: string): Promise<Hook> {
  const { rows } = await pool().query<Hook>({ name: "find-hook", text: FIND, values: [token] });
  if (!rows[0]) throw new AppError("not_found", "No recipe has this address.");
  return rows[0];
}

/**
 * Takes one request to a recipe's address: prove, store, start the run, all committed before it answers.
 * Throws `not_found`, `bad_signature`, `invalid_input`; anything else is our fault, and the caller should try again.
 */
export async function ingestHook(request: HookRequest): Promise<HookAnswer> {
  const hook = await findHook(request.token);
  const parsed = webhookTrigger.config.safeParse(hook.config);
  if (!parsed.success)
    throw new AppError(
      "invalid_input",
      "This recipe's trigger is not set up yet. Finish it in Billhook first.",
    );
  const config = parsed.data;
  proveCaller(config, secretOf(hook), request);
  const id = uuid();
  const at = new Date();
  const { method, query } = request;
  const data = { method, query, headers: told(request.headers, config), body: bodyOf(request) };
  const event = ownEvent(id, "webhook", at, data);
  const scope = { trigger: event, steps: {}, now: at.toISOString() };
  const stored = await acceptEvent(
    {
      workspaceId: hook.workspaceId,
      connectionId: null,
      originId: hook.recipeId,
      externalId: sameness(config, request, scope) ?? id,
      type: "webhook",
      source: "webhook",
      apiVersion: null,
      occurredAt: at,
      about: aboutOf(event),
      body: JSON.stringify(event),
    },
    [hook.recipeId],
  );
  const reply = config.reply ? resolve(config.reply, scope).value : receiptOf(stored);
  return { status: config.replyStatus ?? 200, body: reply };
}

function secretOf({ workspaceId, recipeId, secret }: Hook): string | null {
  return secret ? unseal(secret, `${workspaceId}:${recipeId}`) : null;
}

const refused = (message: string) => new AppError("bad_signature", message);

/** Every comparison takes as long for a nearly right value as for a wrong one. */
function isEqual(given: string, expected: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

function proveCaller(config: WebhookConfig, secret: string | null, { headers, body }: HookRequest): void {
  const { auth, header = "", prefix = "", algorithm = "sha256", encoding = "hex" } = config;
  if (auth === "none") return;
  if (!secret) throw refused("This address has no secret yet. Set it in the recipe's trigger.");
  const name = auth === "stripe" ? "stripe-signature" : header.toLowerCase();
  const value = headers[name] ?? "";
  if (auth === "stripe") {
    if (isSignedByStripe(body.toString("utf8"), value, secret)) return;
    throw refused("The Stripe-Signature header does not match the secret of this address.");
  }
  if (!value.startsWith(prefix)) throw refused(`The header ${header} is missing or has another beginning.`);
  const given = value.slice(prefix.length).trim();
  const expected = auth === "header" ? secret : createHmac(algorithm, secret).update(body).digest(encoding);
  const isHex = auth === "hmac" && encoding === "hex";
  if (!isEqual(isHex ? given.toLowerCase() : given, expected))
    throw refused(`The header ${header} does not match the secret of this address.`);
}

/** What a recipe may read of a request: not what proves who sent it. */
function told(headers: Record<string, string>, { auth, header = "" }: WebhookConfig): Record<string, string> {
  const proof = auth === "stripe" ? "stripe-signature" : auth === "none" ? "" : header.toLowerCase();
  const hidden = new Set(["authorization", "cookie", proof]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hidden.has(name)));
}

function bodyOf({ headers, body }: HookRequest): unknown {
  const text = body.toString("utf8");
  const type = headers["content-type"] ?? "";
  if (type.includes("application/x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    if (type.includes("json"))
      throw new AppError("invalid_input", "The body is not JSON, though its content-type says so.");
    return text;
  }
}

/** What makes two requests the same one; null when every request counts. Throws `invalid_input` when that is missing. */
function sameness(
  config: WebhookConfig,
  { method, query, body }: HookRequest,
  scope: Parameters<typeof resolve>[1],
): string | null {
  const hash = (parts: unknown) => sha256(JSON.stringify(parts));
  if (config.repeat === "always") return null;
  // A call that says nothing is a signal: the next one is another.
  if (!config.dedupe && body.length === 0 && Object.keys(query).length === 0) return null;
  if (!config.dedupe) return `body:${hash([method, query, body.toString("base64")])}`;
  const { value } = resolve(config.dedupe, scope);
  if (value === undefined || value === null || value === "")
    throw new AppError(
      "invalid_input",
      `The request has nothing at ${config.dedupe}, by which it is told from others.`,
    );
  return `same:${hash(value)}`;
}
