import { createHash } from "node:crypto";

/** Names one state of a draft: who saves says which one was read, so that a colleague's edit is not written over. */
export function draftRevision(definition: unknown): string {
  return createHash("sha256").update(JSON.stringify(definition)).digest("base64url").slice(0, 16);
}
