import { contextFor, currentUser } from "~/server/auth/session";
import { env } from "~/server/env";
import { AppError, toPublicError } from "~/server/errors";
import { log } from "~/server/log";
import { beginOAuth } from "~/server/services/connection/oauth/begin";
import { finishOAuth } from "~/server/services/connection/oauth/finish";
import { takeState } from "~/server/services/connection/oauth/take-state";

const COOKIE = "billhook-connect";
const LASTS_SECONDS = 900;

/** Why "Connect with Stripe" ended without a connection; the page has the words. */
type Failure = "denied" | "stale" | "refused" | "conflict" | "failed";

function go(path: string, cookie = ""): Response {
  const secure = env.APP_URL.startsWith("https:") ? "; Secure" : "";
  const lasts = cookie ? LASTS_SECONDS : 0;
  const set = `${COOKIE}=${cookie}; Path=/api/oauth; HttpOnly; SameSite=Lax; Max-Age=${lasts}${secure}`;
  const location = path.startsWith("/") ? env.APP_URL + path : path;
  return new Response(null, {
    status: 303,
    headers: { location, "set-cookie": set, "cache-control": "no-store" },
  });
}

const failed = (why: Failure, slug?: string) =>
  go(`/connect-failed?${new URLSearchParams({ why, ...(slug ? { workspace: slug } : {}) })}`);

/** `GET /api/oauth/stripe/start?workspace=…[&connection=…]`: sends the browser to Stripe to ask the account's owner. */
export async function startStripeOAuth(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const slug = searchParams.get("workspace") ?? "";
  const user = await currentUser();
  if (!user)
    return go(`/sign-in?${new URLSearchParams({ callbackUrl: `/w/${slug}/connections/new/stripe` })}`);
  const ctx = await contextFor(user, slug);
  if (!ctx) return failed("failed");
  try {
    const connectionId = searchParams.get("connection") ?? undefined;
    const { url, browser } = await beginOAuth(ctx, { connectionId });
    return go(url, browser);
  } catch (error) {
    return explain(error, slug);
  }
}

/** `GET /api/oauth/stripe/callback`: where Stripe sends the browser back, with a code or a refusal. */
export async function finishStripeOAuth(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const user = await currentUser();
  if (!user) return failed("stale");
  let slug: string | undefined;
  try {
    const browser = cookieOf(request);
    const taken = await takeState(searchParams.get("state") ?? "", { userId: user.id, browser });
    slug = taken.slug;
    const code = searchParams.get("code");
    if (!code) return failed(searchParams.get("error") === "access_denied" ? "denied" : "refused", slug);
    const ctx = await contextFor(user, slug);
    if (!ctx) return failed("stale");
    const { id } = await finishOAuth(ctx, taken, code);
    return go(`/w/${slug}/connections/${id}?created=1`);
  } catch (error) {
    return explain(error, slug);
  }
}

const WHY: Partial<Record<string, Failure>> = {
  invalid_input: "stale",
  connection_rejected: "refused",
  conflict: "conflict",
};

function explain(error: unknown, slug: string | undefined): Response {
  if (!(error instanceof AppError)) log.error({ err: error }, "connecting with Stripe failed");
  return failed(WHY[toPublicError(error).code] ?? "failed", slug);
}

function cookieOf(request: Request): string {
  const all = request.headers.get("cookie") ?? "";
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(all)?.[1] ?? "";
}
