import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "~/components/ui/cn";

interface StepItemProps {
  number: number;
  title: string;
  text: string;
  state: "done" | "now" | "later";
  /** What to do; shown while it is this step's turn. */
  children?: ReactNode;
}

/** One step of the first run: done, to do now, or later. */
export function StepItem({ number, title, text, state, children }: StepItemProps) {
  return (
    <li aria-current={state === "now" ? "step" : undefined} className="flex gap-3 p-4 sm:gap-4 sm:p-5">
      <span
        className={cn(
          "grid size-7 shrink-0 place-items-center rounded-full border text-xs font-semibold",
          state === "done" && "border-transparent bg-accent text-on-accent",
          state === "now" && "border-accent text-accent-ink",
          state === "later" && "text-faint",
        )}
      >
        {state === "done" ? <Check aria-hidden className="size-4" /> : number}
      </span>
      <div className="min-w-0 flex-1">
        <h2 className={cn("text-base leading-7 font-semibold", state === "later" && "text-faint")}>
          {title}
          {state === "done" ? <span className="sr-only"> (done)</span> : null}
        </h2>
        {state === "done" ? null : <p className="text-sm text-muted">{text}</p>}
        {children ? <div className="mt-4">{children}</div> : null}
      </div>
    </li>
  );
}
