import { cn } from "~/components/ui/cn";
import type { LimitsView } from "~/server/services/connection/limits-schemas";
import { isOfEach, limitTitle, paceText, runsText, spanText } from "./limit-words";

type Bucket = LimitsView["buckets"][number];

/** How much of a limit is used just now, and what waits for it. */
export function LimitGauge({ bucket }: { bucket: Bucket }) {
  const { name, rate, perSecond, waiting, blockedUntil, isOwn } = bucket;
  const title = limitTitle(name);
  const share = perSecond === null ? 0 : Math.min(1, rate / perSecond);
  const tone = blockedUntil ? "bg-danger" : share > 0.8 || waiting > 0 ? "bg-warn" : "bg-accent";
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span className="font-medium break-all">{title}</span>
        <span className="text-muted tabular-nums">
          {isOfEach(name) || perSecond === null || perSecond < 1
            ? paceText(perSecond)
            : `${rate} of ${paceText(perSecond)}`}
          {isOwn ? <span className="text-faint"> · set here</span> : null}
        </span>
      </div>
      {isOfEach(name) || perSecond === null ? null : (
        <div className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-sunken">
          <meter
            className="sr-only"
            min={0}
            max={perSecond}
            value={Math.min(rate, perSecond)}
            aria-label={`${title}: calls a second now`}
          />
          <div aria-hidden className={cn("h-full rounded-full", tone)} style={{ width: `${share * 100}%` }} />
        </div>
      )}
      <Waiting bucket={bucket} />
    </>
  );
}

function Waiting({ bucket: { waiting, drainSeconds, blockedUntil, blockedWhy } }: { bucket: Bucket }) {
  const left = blockedUntil ? (Date.parse(blockedUntil) - Date.now()) / 1_000 : 0;
  if (waiting === 0 && left <= 0) return null;
  return (
    <p className="mt-1 text-xs text-muted" suppressHydrationWarning>
      {waiting > 0 ? `${runsText(waiting)} ${waiting === 1 ? "waits" : "wait"} for a turn` : null}
      {waiting > 0 && drainSeconds !== null ? `, the last for ${spanText(drainSeconds)}` : null}
      {waiting > 0 ? ". " : null}
      {left > 0 ? (
        <span className="text-danger">
          Nothing is called for {spanText(left)}. {blockedWhy}
        </span>
      ) : null}
    </p>
  );
}
