import { toConnectorError } from "~/server/connectors/errors";
import { askToken } from "~/server/connectors/http/token";
import { AppError } from "~/server/errors";
import type { OpenConnection } from "./open";

const UNTRIED = "These credentials cannot be tried on their own. The first step that uses them will tell.";

/**
 * Tries what can be tried of another web API's credentials: OAuth 2.0 must yield a token. Throws `connection_rejected`
 * when it does not.
 */
export async function verifyHttp(
  connection: OpenConnection & { app: "http" },
): Promise<{ untried?: string }> {
  const { id, allowLoopback, credentials } = connection;
  const { auth } = credentials;
  if (auth.kind === "none") return {};
  if (auth.kind !== "oauth2") return { untried: UNTRIED };
  try {
    await askToken({ id, auth, allowLoopback, onRequest: () => undefined });
    return {};
  } catch (error) {
    const { message, status, remedy = "Try again in a moment." } = toConnectorError(error);
    const details = { field: "credentials.auth", status };
    throw new AppError("connection_rejected", `${message} ${remedy}`, details, { cause: error });
  }
}
