import { CircleCheck, type LucideIcon, Minus, PencilLine, Plus } from "lucide-react";
import { Badge, type Tone } from "~/components/ui/badge";
import { Disclosure } from "~/components/ui/disclosure";
import { JsonView } from "~/components/ui/json-view";
import type { ComparedRequest } from "~/server/services/recipe/shadow-schemas";
import { ValueLines } from "./value-lines";

const LOOKS: Record<ComparedRequest["outcome"], { label: string; tone: Tone; icon: LucideIcon }> = {
  same: { label: "Same", tone: "ok", icon: CircleCheck },
  changed: { label: "Changed", tone: "info", icon: PencilLine },
  only_live: { label: "Only live sends it", tone: "danger", icon: Minus },
  only_shadow: { label: "Only shadow would send it", tone: "warn", icon: Plus },
};

const WORDS = { before: "Live", after: "Shadow" };

/** One request of the two runs: the same, or where they differ, or which of the two alone makes it. */
export function RequestDiff({ request, isAlone }: { request: ComparedRequest; isAlone: boolean }) {
  const { path, outcome, live, shadow, differences } = request;
  const shown = shadow ?? live;
  const { label, tone, icon: Icon } = LOOKS[outcome];
  if (!shown) return null;
  return (
    <li className="min-w-0 rounded-md border bg-canvas px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
        <span className="font-medium">{path}</span>
        <span className="min-w-0 flex-1 basis-48 font-mono break-all text-muted max-sm:basis-full">
          {shown.method} {shown.url}
        </span>
        {isAlone ? null : (
          <Badge tone={tone}>
            <Icon aria-hidden />
            {label}
          </Badge>
        )}
      </p>
      {differences.map(({ at, live: before, shadow: after }) => (
        <div key={at} className="mt-2">
          <p className="font-mono text-xs text-muted">{at}</p>
          <ValueLines before={side(before)} after={side(after)} words={WORDS} />
        </div>
      ))}
      {outcome !== "changed" && shown.body !== null && shown.body !== "" ? (
        <Disclosure summary="Body" className="mt-1">
          <JsonView value={shown.body} what="body" />
        </Disclosure>
      ) : null}
    </li>
  );
}

const LONGEST = 200;

function side(value: unknown): { text: string; value: unknown } | null {
  if (value === undefined) return null;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return { text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text, value };
}
