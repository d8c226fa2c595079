import { Cron } from "croner";
import { z } from "zod";
import { isCron, isTimeZone } from "~/server/connectors/core/cron";
import { CRON_EVERY } from "~/server/connectors/core/cron-every";
import { defineTrigger, type Found, ownEvent } from "~/server/connectors/define-trigger";
import { optional, Text } from "~/server/connectors/fields";

const TYPE = "schedule";
/** A run that starts this late is still on time. */
const GRACE_MS = 5 * 60_000;
/** So many missed times are made up for at most. */
const MOST_MISSED = 100;

/** After a longer time nobody expects to have missed times made up for. */
const LONGEST_MS = 31 * 86_400_000;

const Cursor = z.object({ at: z.iso.datetime() });

const config = z
  .strictObject({
    cron: optional(
      Text(100).refine(
        isCron,
        'Write five parts, like "0 9 * * 1" for Mondays at 9:00. Seconds are not possible.',
      ),
      {
        title: "Cron expression",
        description: "Minute, hour, day, month, weekday.",
        examples: ["0 9 * * 1"],
      },
    ),
    every: optional(z.enum(CRON_EVERY), { title: "Every", description: "Instead of a cron expression." }),
    timeZone: optional(Text(60).refine(isTimeZone, 'Must be a time zone like "Europe/Berlin" or "UTC".'), {
      title: "Time zone",
      description: "In which the times are meant; UTC unless you choose another.",
    }),
    missed: optional(z.enum(["skip", "once", "all"]), {
      title: "Times missed while Billhook was down",
      description: `Run once for all of them unless you choose: skip them, or make up for each (at most ${MOST_MISSED}).`,
      group: "more",
    }),
  })
  .refine(({ cron, every }) => (cron === undefined) !== (every === undefined), {
    error: "Give either a cron expression or an interval.",
    path: ["cron"],
  });
type Config = z.output<typeof config>;

export const scheduleTrigger = defineTrigger({
  id: TYPE,
  app: "core",
  title: "At set times",
  summary: "Starts every hour, every Monday at nine, on the first of the month: whenever you say.",
  words: ["schedule", "cron", "cron job", "at set|fixed time"],
  origin: "recipe",
  dedupe: "The time it was due: each time starts one run.",
  config,
  sample: {
    config: { cron: "0 9 * * 1", timeZone: "Europe/Berlin" },
    event: dueEvent(new Date("2026-09-21T07:00:00Z"), "Europe/Berlin").payload,
  },
  next: (config, after) => nextTime(config, after),
  async look({ config, cursor, now }) {
    const from = Cursor.safeParse(cursor).data;
    if (!from) return { found: [], cursor: { at: now.toISOString() } };
    const due = timesBetween(config, new Date(from.at), now);
    const found = wanted(due, config.missed ?? "once", now).map((at) =>
      dueEvent(at, config.timeZone ?? "UTC"),
    );
    const last = due.at(-1);
    return { found, cursor: last ? { at: last.toISOString() } : from };
  },
});

function wanted(due: Date[], missed: "skip" | "once" | "all", now: Date): Date[] {
  if (missed === "all") return due.slice(-MOST_MISSED);
  const last = due.slice(-1);
  return missed === "once" ? last : last.filter((at) => now.getTime() - at.getTime() <= GRACE_MS);
}

/** The times after `from` and up to `to`, oldest first; of very many, the newest. */
function timesBetween(config: Config, from: Date, to: Date): Date[] {
  const times: Date[] = [];
  const start = new Date(Math.max(from.getTime(), to.getTime() - LONGEST_MS));
  for (let at = nextTime(config, start); at <= to; at = nextTime(config, at)) {
    times.push(at);
    if (times.length > MOST_MISSED) times.shift();
  }
  return times;
}

/** The next time after a moment. Intervals count from midnight UTC of 1 January 1970, so that they need no memory. */
export function nextTime({ cron, every, timeZone = "UTC" }: Config, after: Date): Date {
  if (every) {
    const step = Number(every.split(" ")[0]) * (every.includes("hour") ? 3_600_000 : 60_000);
    return new Date((Math.floor(after.getTime() / step) + 1) * step);
  }
  const next = new Cron(cron ?? "", { timezone: timeZone, paused: true }).nextRun(after);
  // A date that never comes, such as 30 February: looked at again when the calendar may have changed.
  return next ?? new Date(after.getTime() + 366 * 86_400_000);
}

function dueEvent(at: Date, timeZone: string): Found {
  const local = at.toLocaleString("sv-SE", { timeZone }).replace(" ", "T");
  const payload = ownEvent(at.toISOString(), TYPE, at, { due: at.toISOString(), local, timeZone });
  return { externalId: at.toISOString(), type: TYPE, occurredAt: at, payload };
}
