import type { ReactNode } from "react";
import { cn } from "./cn";
import { CopyButton } from "./copy-button";

/** A word of code inside a sentence. */
export function Code({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <code className={cn("rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.92em] break-words", className)}>
      {children}
    </code>
  );
}

/** One line to be copied (URL, token, command): selectable, with a copy button. */
export function CopyLine({ value, what }: { value: string; what: string }) {
  return (
    <div className="flex items-center gap-1 rounded-md border bg-canvas py-1 pr-1 pl-3">
      <section
        aria-label={what}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is within reach of the keyboard
        tabIndex={0}
        className="min-w-0 flex-1 overflow-x-auto whitespace-nowrap"
      >
        <code className="font-mono text-xs select-all">{value}</code>
      </section>
      <CopyButton value={value} what={what} />
    </div>
  );
}
