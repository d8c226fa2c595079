import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import type { Part } from "~/server/recipes/compiler/intent";
import { KIND_LOOK, sureness } from "./part-kinds";

interface UnderstoodProps {
  parts: readonly Part[];
  pending: boolean;
  /** Takes another reading of a part. */
  onChoose(part: Part, id: string): void;
}

/** Each part of the sentence with what it became, how sure that is, and what else it may mean. */
export function Understood({ parts, pending, onChoose }: UnderstoodProps) {
  return (
    <ul aria-label="What was understood" className="divide-y">
      {parts.map((part) => (
        <li
          key={`${part.start}-${part.kind}-${part.became}`}
          className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-2.5"
        >
          <Badge tone={KIND_LOOK[part.kind].tone} className="w-20 justify-center">
            {KIND_LOOK[part.kind].label}
          </Badge>
          <div className="min-w-0 flex-1 basis-60 text-sm">
            <p>
              <span className="font-medium">{part.became}</span>{" "}
              <span className="break-words text-faint">“{part.text}”</span>
            </p>
            {part.alternatives.length > 0 ? (
              <div className="mt-1 flex flex-wrap items-center gap-1.5">
                <span className="text-xs text-faint">Or:</span>
                {part.alternatives.map(({ id, label }) => (
                  <Button key={id} size="sm" pending={pending} onClick={() => onChoose(part, id)}>
                    {label}
                  </Button>
                ))}
              </div>
            ) : null}
          </div>
          {part.kind === "unsupported" ? null : (
            <span className="text-xs text-muted">{sureness(part.confidence)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
