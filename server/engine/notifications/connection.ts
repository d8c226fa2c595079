import { z } from "zod";
import { pool } from "~/server/db";
import type { Decision, Draft, Look } from "./rule";
import { clock, many } from "./words";

const SECOND = 1_000;
/** A connection that comes and goes is told once in so long. */
const GAP = 600 * SECOND;
const EACH = 10 * SECOND;

const Memory = z.object({
  /** Connections of which it was told that they are held, with the most runs that waited. */
  held: z.record(z.string(), z.object({ name: z.string(), runs: z.number() })).default({}),
  toldAt: z.record(z.string(), z.number()).default({}),
});

interface Trouble {
  id: string;
  name: string;
  since: Date | null;
  isHeld: boolean;
  detail: string | null;
  runs: number;
}

const FIND = `
SELECT c."id"::text AS "id", c."name", coalesce(c."heldSince", c."checkedAt") AS "since", c."heldSince" IS NOT NULL AS "isHeld",
  c."statusDetail" AS "detail",
  (SELECT count(*)::int FROM "Run" r WHERE r."workspaceId" = $1 AND r."waitingOn" = c."id" AND r."status" = 'held') AS "runs"
FROM "Connection" c
WHERE c."workspaceId" = $1 AND c."deletedAt" IS NULL AND (c."heldSince" IS NOT NULL OR c."status" = 'failing')
ORDER BY c."id"`;

/** Tells once that a connection's keys are refused, and once that it is back. */
export async function connection(look: Look, remembered: unknown): Promise<Decision> {
  const { held, toldAt } = Memory.parse(remembered ?? {});
  const now = look.now.getTime();
  const { rows } = await pool().query<Trouble>({
    name: "find-held",
    text: FIND,
    values: [look.workspaceId],
  });
  const messages: Draft[] = [];
  for (const trouble of rows) {
    const { id, name, runs } = trouble;
    const known = held[id];
    if (known) known.runs = Math.max(known.runs, runs);
    else if (now >= (toldAt[id] ?? 0) + GAP) {
      held[id] = { name, runs };
      toldAt[id] = now;
      messages.push(heldMessage(trouble));
    }
  }
  const stillHeld = new Set(rows.map(({ id }) => id));
  const back = Object.keys(held).filter((id) => !stillHeld.has(id));
  for (const { id, name } of await present(look, back))
    messages.push(backMessage(id, name, held[id]?.runs ?? 0));
  for (const id of back) delete held[id];
  for (const [id, at] of Object.entries(toldAt)) if (at < now - GAP && !held[id]) delete toldAt[id];
  const isWatching = rows.length > 0;
  return {
    memory: { held, toldAt },
    messages,
    ...(isWatching ? { restUntil: now + EACH, lookAt: now + EACH } : {}),
  };
}

/** A connection that was deleted is not back. */
async function present({ workspaceId }: Look, ids: string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool().query<{ id: string; name: string }>(
    `SELECT "id"::text AS "id", "name" FROM "Connection" WHERE "workspaceId" = $1 AND "id" = ANY($2::uuid[]) AND "deletedAt" IS NULL`,
    [workspaceId, ids],
  );
  return rows;
}

function heldMessage({ id, name, since, isHeld, detail, runs }: Trouble): Draft {
  const waits = isHeld
    ? `Runs that need it wait${runs === 0 ? "" : ` (${runs.toLocaleString("en")} so far)`} and go on once it is connected again; nothing is lost.`
    : "Until it works again, runs that need it may fail.";
  return {
    about: `held ${id}`,
    title: `The connection “${name}” does not work`,
    text: [
      detail ?? "Its keys are refused.",
      ...(since ? [`Since ${clock(since.getTime())}.`] : []),
      waits,
      "What to do: open the connection and enter valid keys.",
    ].join("\n\n"),
    page: `connections/${id}`,
  };
}

function backMessage(id: string, name: string, runs: number): Draft {
  return {
    about: `back ${id}`,
    title: `The connection “${name}” works again`,
    text:
      runs === 0
        ? "No run had to wait for it."
        : `${many(runs, "run that was held goes", "runs that were held go")} on by themselves.`,
    page: `connections/${id}`,
  };
}
