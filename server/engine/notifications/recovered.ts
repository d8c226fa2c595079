import { z } from "zod";
import { pool } from "~/server/db";
import { findCauses } from "./causes";
import type { Decision, Draft, Look } from "./rule";
import { clock, many, times } from "./words";

const MINUTE = 60_000;
/** So long without a failure, so that a recipe which fails now and then does not recover all day. */
const QUIET = 10 * MINUTE;
/** How often a recipe that failed is looked at. */
const EACH = MINUTE;
/** What never succeeds again is forgotten. */
const FORGOTTEN = 31 * 24 * 60 * MINUTE;

const Failing = z.object({ name: z.string(), first: z.number(), last: z.number(), count: z.number() });
type Failing = z.infer<typeof Failing>;
const Memory = z.object({ failing: z.record(z.string(), Failing).default({}) });

/** Tells once that a recipe succeeds again, after a failure of which the team was told. */
export async function recovered(look: Look, remembered: unknown): Promise<Decision> {
  const { failing } = Memory.parse(remembered ?? {});
  const now = look.now.getTime();
  for (const { recipeId, recipeName: name, count, first, last } of (await findCauses(look)).causes) {
    const known = failing[recipeId] ?? { name, first, last, count: 0 };
    failing[recipeId] = { ...known, last: Math.max(known.last, last), count: known.count + count };
  }
  const messages: Draft[] = [];
  for (const [id, about] of Object.entries(failing)) {
    if (about.last < now - FORGOTTEN) delete failing[id];
    if (about.last > now - QUIET) continue;
    const { successes, wasTold } = await since(look, id, about);
    if (successes === 0) continue;
    delete failing[id];
    if (wasTold) messages.push(message(id, about, successes));
  }
  const looks = Object.values(failing).map(({ last }) => Math.max(last + QUIET, now + EACH));
  return { memory: { failing }, messages, lookAt: looks.length > 0 ? Math.min(...looks) : undefined };
}

// The newest runs tell whether it works; a recipe that has failed for weeks is no reason to read weeks.
const SINCE = `
SELECT (SELECT count(*)::int FROM (
    SELECT r."status", r."mode", r."finishedAt" FROM "Run" r WHERE r."workspaceId" = $1 AND r."recipeId" = $2 ORDER BY r."id" DESC LIMIT 500
  ) newest WHERE newest."mode" = 'live' AND newest."status" = 'succeeded' AND newest."finishedAt" > $4) AS "successes",
  EXISTS (SELECT 1 FROM "NotificationRule" n WHERE n."workspaceId" = $1 AND n."kind" IN ('first_failure', 'every_n', 'digest', 'error_rate')
          AND (n."recipeId" IS NULL OR n."recipeId" = $2) AND n."lastToldAt" >= $3) AS "wasTold"`;

async function since(
  { workspaceId }: Look,
  recipeId: string,
  { first, last }: Failing,
): Promise<{ successes: number; wasTold: boolean }> {
  const { rows } = await pool().query<{ successes: number; wasTold: boolean }>({
    name: "recovered-since",
    text: SINCE,
    values: [workspaceId, recipeId, new Date(first), new Date(last)],
  });
  return rows[0] ?? { successes: 0, wasTold: false };
}

function message(id: string, { name, first, last, count }: Failing, successes: number): Draft {
  return {
    about: id,
    title: `“${name}” works again`,
    text: `It succeeded ${successes >= 500 ? "more than 500 times" : times(successes)} since its last failure at ${clock(last)}. Before, ${many(count, "run")} had failed since ${clock(first)}. Those that nobody has run again wait in the inbox.`,
    page: `runs?recipe=${id}`,
    recipe: { id, name },
  };
}
