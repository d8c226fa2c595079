"use client";

import { useEffect, useState } from "react";

interface ScheduleTimesProps {
  cron: unknown;
  every: unknown;
  timeZone: unknown;
}

const SHOWN = 3;

/** The next times that a schedule means, so that a wrong expression is seen before it runs. */
export function ScheduleTimes({ cron, every, timeZone }: ScheduleTimesProps) {
  const [times, setTimes] = useState<string[]>([]);
  const zone = typeof timeZone === "string" ? timeZone : "UTC";
  useEffect(() => {
    let stale = false;
    nextTimes(cron, every, zone).then((found) => {
      if (!stale) setTimes(found);
    });
    return () => {
      stale = true;
    };
  }, [cron, every, zone]);
  if (times.length === 0) return null;
  return (
    <div className="text-xs text-muted" aria-live="polite">
      <p className="font-medium">Next times, in {zone}:</p>
      <ul className="mt-0.5 flex flex-col tabular-nums">
        {times.map((time) => (
          <li key={time}>{time}</li>
        ))}
      </ul>
    </div>
  );
}

async function nextTimes(cron: unknown, every: unknown, timeZone: string): Promise<string[]> {
  const { scheduleTrigger, nextTime } = await import("~/server/connectors/core/triggers/schedule");
  const config = scheduleTrigger.config.safeParse({
    ...(cron ? { cron } : {}),
    ...(every ? { every } : {}),
    timeZone,
  });
  if (!config.success) return [];
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  const times: Date[] = [];
  for (let at = new Date(); times.length < SHOWN; times.push(at)) at = nextTime(config.data, at);
  return times.map((time) => format.format(time));
}
