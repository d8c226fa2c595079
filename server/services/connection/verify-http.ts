import type { OpenConnection } from "./open";

const UNTRIED = "These credentials cannot be tried on their own. The first step that uses them will tell.";

/** Tries what can be tried of another web API's credentials. Throws `connection_rejected` when they are refused. */
export async function verifyHttp({
  credentials,
}: OpenConnection & { app: "http" }): Promise<{ untried?: string }> {
  return credentials.auth.kind === "none" ? {} : { untried: UNTRIED };
}
