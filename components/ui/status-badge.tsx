import {
  Ban,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleQuestionMark,
  CircleSlash,
  CircleX,
  Clock,
  Copy,
  Eye,
  Funnel,
  Hand,
  History,
  LoaderCircle,
  type LucideIcon,
  PencilLine,
  Radio,
  SkipForward,
  TriangleAlert,
} from "lucide-react";
import { Badge, type Tone } from "./badge";

interface Look {
  label: string;
  tone: Tone;
  icon: LucideIcon;
}

const LOOKS: Record<string, Look> = {
  // runs and steps
  queued: { label: "Queued", tone: "neutral", icon: CircleDashed },
  running: { label: "Running", tone: "info", icon: LoaderCircle },
  waiting: { label: "Waiting", tone: "warn", icon: Clock },
  succeeded: { label: "Succeeded", tone: "ok", icon: CircleCheck },
  filtered: { label: "Filtered out", tone: "neutral", icon: Funnel },
  failed: { label: "Failed", tone: "danger", icon: CircleX },
  outcome_unknown: { label: "Outcome unknown", tone: "warn", icon: CircleQuestionMark },
  skipped: { label: "Passed over", tone: "neutral", icon: SkipForward },
  canceled: { label: "Canceled", tone: "neutral", icon: Ban },
  held: { label: "Held", tone: "warn", icon: Hand },
  // operations
  done: { label: "Done", tone: "ok", icon: CircleCheck },
  // recipes
  draft: { label: "Draft", tone: "neutral", icon: PencilLine },
  shadow: { label: "Shadow", tone: "info", icon: Eye },
  live: { label: "Live", tone: "accent", icon: Radio },
  paused: { label: "Paused", tone: "warn", icon: CirclePause },
  // connections
  connected: { label: "Connected", tone: "ok", icon: CircleCheck },
  unverified: { label: "Not checked yet", tone: "warn", icon: CircleDashed },
  failing: { label: "Failing", tone: "danger", icon: TriangleAlert },
  // fates of an event
  ran: { label: "Ran", tone: "ok", icon: CircleCheck },
  duplicate: { label: "Duplicate", tone: "neutral", icon: Copy },
  superseded: { label: "Superseded", tone: "neutral", icon: History },
  unmatched: { label: "No recipe", tone: "neutral", icon: CircleSlash },
};

/** The words for a status, without the pill (selects, tooltips). */
export function statusLabel(status: string): string {
  return LOOKS[status]?.label ?? status;
}

/** Icon and words for the status of a run, step, recipe, connection, or the fate of an event. */
export function StatusBadge({ status, className }: { status: string; className?: string }) {
  const look = LOOKS[status] ?? { label: status, tone: "neutral" as const, icon: CircleDashed };
  const Icon = look.icon;
  return (
    <Badge tone={look.tone} {...(className ? { className } : {})}>
      <Icon aria-hidden className={status === "running" ? "animate-spin" : ""} />
      {look.label}
    </Badge>
  );
}
