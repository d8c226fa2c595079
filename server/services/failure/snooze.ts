import type { z } from "zod";
import { AppError } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { noteDown } from "./note-down";
import { endOf, type Snooze } from "./schemas";

/** Hides groups from the inbox for a while, or brings them back. Throws `not_found`, `invalid_input` for a time that is over. */
export async function snoozeFailures(
  ctx: ServiceContext,
  { keys, ...how }: z.infer<typeof Snooze> & { keys: string[] },
): Promise<{ count: number; until: string | null }> {
  const until = endOf(how, Date.now());
  if (until && until.getTime() <= Date.now())
    throw new AppError("invalid_input", "until: is over already. Give a time that is still to come.");
  const { count } = await noteDown(ctx, keys, { snoozedUntil: until });
  return { count, until: until?.toISOString() ?? null };
}
