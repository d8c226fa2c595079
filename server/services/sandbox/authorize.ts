import { AppError } from "~/server/errors";
import { withAccount } from "~/server/sandbox/account";
import { grantCode, withdrawAccess } from "~/server/sandbox/stripe/oauth";
import { callbackUrl, oauthConfig } from "~/server/services/connection/oauth/config";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { requireAccount } from "./account";
import { openSandbox } from "./open";
import type { AuthorizeInput } from "./schemas";

/**
 * Plays the account's owner at the sandbox's authorise page: allows the access. Returns where the browser goes next.
 * Throws `invalid_input` for an application or address that this install does not know.
 */
export async function authorizeSandbox(
  ctx: ServiceContext,
  { clientId, redirectUri, state, scope, challenge }: AuthorizeInput,
): Promise<{ url: string }> {
  requireRole(ctx, "editor");
  const config = oauthConfig();
  if (!config?.apiUrl || config.clientId !== clientId || redirectUri !== callbackUrl())
    throw new AppError(
      "invalid_input",
      "This application is not known here. Begin again from the connections page.",
    );
  await openSandbox(ctx);
  const account = await requireAccount(ctx, "stripe");
  const code = await withAccount(account, (store) => grantCode(store, { redirectUri, scope, challenge }));
  const url = new URL(redirectUri);
  url.searchParams.set("code", code);
  url.searchParams.set("state", state);
  return { url: url.href };
}

/** Plays the account's owner who takes the access back at Stripe. */
export async function withdrawSandbox(ctx: ServiceContext): Promise<void> {
  requireRole(ctx, "editor");
  await withdrawAccess(await requireAccount(ctx, "stripe"));
}
