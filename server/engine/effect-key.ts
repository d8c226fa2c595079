import { sha256 } from "~/server/crypto";

/** The key of one effect: the same on retry, redelivery and rerun, different for every other step. */
export function effectKey(workspaceId: string, rootRunId: string, path: string): string {
  return `bh_${sha256(`${workspaceId}\n${rootRunId}\n${path}`).slice(0, 48)}`;
}
