import { z } from "zod";
import { RULE_CONFIGS } from "~/server/services/notification/schemas";
import { examplesOf, findCauses } from "./causes";
import type { Decision, Draft, Look } from "./rule";
import { causeList, clock, many, times } from "./words";

/** However many fail: one message in so long. */
const GAP = 10 * 60_000;
const KEPT = 100;

const Memory = z.object({
  count: z.number().default(0),
  /** The first failure that is not told yet. */
  since: z.number().optional(),
  toldAt: z.number().default(0),
  causes: z
    .record(z.string(), z.object({ recipeName: z.string(), count: z.number(), runId: z.string() }))
    .default({}),
});
type Memory = z.infer<typeof Memory>;

/** Tells how much failed after every so many failures, at most once in ten minutes. */
export async function everyN(look: Look, remembered: unknown): Promise<Decision> {
  const { every } = RULE_CONFIGS.every_n.parse(look.config);
  const memory = Memory.parse(remembered ?? {});
  const { causes, total } = await findCauses(look);
  memory.count += total;
  memory.since ??= causes[0]?.first;
  for (const { key, recipeName, count, runId } of causes) {
    const known = memory.causes[key];
    if (known) known.count += count;
    else if (Object.keys(memory.causes).length < KEPT) memory.causes[key] = { recipeName, count, runId };
  }
  if (memory.count < every) return { memory, messages: [] };
  const now = look.now.getTime();
  if (now < memory.toldAt + GAP) return { memory, messages: [], lookAt: memory.toldAt + GAP };
  const next: Memory = { count: 0, toldAt: now, causes: {} };
  return { memory: next, messages: [await message(look, memory)] };
}

async function message(look: Look, { count, since = 0, causes }: Memory): Promise<Draft> {
  const list = Object.entries(causes).map(([key, cause]) => ({ key, ...cause }));
  const [first] = list;
  const name =
    first && list.every(({ recipeName }) => recipeName === first.recipeName) ? first.recipeName : null;
  return {
    about: "count",
    title: name === null ? `${many(count, "run")} failed` : `“${name}” failed ${times(count)}`,
    text: `Since ${clock(since)}:\n\n${causeList(look, list, await examplesOf(look, list))}`,
    page: "inbox",
    ...(first ? { runId: first.runId } : {}),
    ...(look.recipeId && name !== null ? { recipe: { id: look.recipeId, name } } : {}),
  };
}
