import {
  Database,
  Gauge,
  History,
  Inbox,
  KeyRound,
  ListOrdered,
  type LucideIcon,
  MailQuestion,
  Radar,
  RotateCcw,
} from "lucide-react";

const CONTROLS: readonly { icon: LucideIcon; title: string; text: string }[] = [
  {
    icon: Database,
    title: "Stored before it is acknowledged",
    text: "Stripe gets its 200 only after the event and its runs are committed in one transaction.",
  },
  {
    icon: KeyRound,
    title: "One key for each effect",
    text: "A retry, a redelivery and a rerun carry the same idempotency key, so nothing is done twice.",
  },
  {
    icon: MailQuestion,
    title: "Outcome unknown is a state",
    text: "An e-mail whose answer was lost is not sent again on a guess: check, then decide with one click.",
  },
  {
    icon: Gauge,
    title: "Real limits, shared",
    text: "All recipes take turns from one bucket for each limit of your account. A 429 costs no attempt.",
  },
  {
    icon: Inbox,
    title: "An inbox for failures",
    text: "Grouped by cause, each with the remedy in plain words. Edit the event and retry one, or all.",
  },
  {
    icon: RotateCcw,
    title: "Rerun from any step",
    text: "On the original or the current version, after a preview of what is done already and what would repeat.",
  },
  {
    icon: Radar,
    title: "Gaps are found",
    text: "Every few minutes Stripe's own list is compared with what arrived. Backfill takes 30 days back.",
  },
  {
    icon: ListOrdered,
    title: "In order, for each customer",
    text: "A late event does not overwrite a newer one: attributes carry the event's own time.",
  },
  {
    icon: History,
    title: "Versions and shadow runs",
    text: "Publish a new version beside the live one, compare their requests, roll back with one click.",
  },
];

/** What keeps a recipe right in production: what is done, not what is promised. */
export function Controls() {
  return (
    <ul className="grid gap-px overflow-hidden rounded-lg border bg-line sm:grid-cols-2 lg:grid-cols-3">
      {CONTROLS.map(({ icon: Icon, title, text }) => (
        <li key={title} className="bg-surface p-5">
          <Icon aria-hidden className="size-4.5 text-accent-ink" strokeWidth={1.75} />
          <h3 className="mt-3 font-semibold">{title}</h3>
          <p className="mt-1 text-sm text-muted">{text}</p>
        </li>
      ))}
    </ul>
  );
}
