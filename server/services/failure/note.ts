import type { ServiceContext } from "~/server/services/context";
import { noteDown } from "./note-down";

/** Writes what the team should know about a group; an empty text removes it. Throws `not_found`. */
export async function noteFailure(
  ctx: ServiceContext,
  { key, note }: { key: string; note: string },
): Promise<void> {
  await noteDown(ctx, [key], { note: note.trim() || null });
}
