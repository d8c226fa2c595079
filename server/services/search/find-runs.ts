import type { ServiceContext } from "~/server/services/context";
import type { Hit } from "./schemas";

const NIL = "00000000-0000-0000-0000-000000000000";
const MAX = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Runs by the beginning of their id, the newest first. */
export async function findRuns({ db, workspaceId }: ServiceContext, query: string): Promise<Hit[]> {
  const range = rangeOf(query);
  if (!range) return [];
  const rows = await db.run.findMany({
    where: { workspaceId, id: { gte: range.from, lte: range.to } },
    orderBy: { id: "desc" },
    take: 5,
    select: { id: true, status: true, recipe: { select: { name: true } } },
  });
  return rows.map(({ id, status, recipe }) => ({
    kind: "run",
    id,
    title: recipe.name,
    detail: id,
    status,
  }));
}

/** The first and the last id that begin so; null for what begins no id. */
export function rangeOf(text: string): { from: string; to: string } | null {
  const typed = text.toLowerCase();
  const isStart = typed.length >= 4 && typed.length <= NIL.length && /^[0-9a-f-]+$/.test(typed);
  const dashes = [...typed].every((letter, at) => (letter === "-") === (NIL[at] === "-"));
  if (!isStart || !dashes) return null;
  return { from: typed + NIL.slice(typed.length), to: typed + MAX.slice(typed.length) };
}
