import { Check } from "lucide-react";
import { LinkButton } from "~/components/ui/link-button";

const POINTS = [
  "Every trigger, action and control on this page",
  "No meter: events, runs and retries are not counted against you",
  "Your database, your keys, your machine",
] as const;

/** What it costs, in one panel. */
export function PriceTeaser() {
  return (
    <div className="grid gap-8 rounded-lg border bg-surface p-6 sm:p-8 md:grid-cols-[auto_1fr_auto] md:items-center md:gap-12">
      <p className="flex items-baseline gap-2">
        <span className="text-4xl font-semibold tracking-tight">$0</span>
        <span className="text-muted">self-hosted</span>
      </p>
      <ul className="flex flex-col gap-1.5 text-sm">
        {POINTS.map((point) => (
          <li key={point} className="flex gap-2">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" />
            {point}
          </li>
        ))}
      </ul>
      <LinkButton href="/pricing">What is in it</LinkButton>
    </div>
  );
}
