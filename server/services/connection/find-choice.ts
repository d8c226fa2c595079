import type { z } from "zod";
import type { Choice } from "~/server/connectors/choices/choice";
import type { ServiceContext } from "~/server/services/context";
import type { FindChoiceInput } from "./choice-schemas";
import { openChoices } from "./open-choices";

/** The name behind an id that a field holds; null when the account has no such thing. Throws as `listChoices` does. */
export async function findChoice(
  ctx: ServiceContext,
  { id, kind, value }: { id: string } & z.output<typeof FindChoiceInput>,
): Promise<Choice | null> {
  const { list, find } = await openChoices(ctx, { id, kind });
  const known = list.get(value);
  if (known) return known;
  if (find) {
    const found = list.isMissing(value) ? null : await find(value);
    list.remember(value, found);
    return found;
  }
  while (!list.isWhole) await list.readMore();
  return list.get(value) ?? null;
}
