import { sha256 } from "~/server/crypto";

/**
 * The key of one effect: the same on retry, redelivery and rerun, different for every other step. With `again`, the run
 * that wants the effect anew, it is another one.
 */
export function effectKey(workspaceId: string, rootRunId: string, path: string, again?: string): string {
  const parts = [workspaceId, rootRunId, path, ...(again ? [again] : [])];
  return `bh_${sha256(parts.join("\n")).slice(0, 48)}`;
}
