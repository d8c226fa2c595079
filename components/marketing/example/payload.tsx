import type { ReactNode } from "react";
import { cn } from "~/components/ui/cn";
import { jsonTokens } from "~/components/ui/json-tokens";
import { allLines, excerpt, type Line } from "./excerpt";

interface PayloadProps {
  value: unknown;
  /** Values that stand on the other side too: their lines are marked. */
  used: ReadonlySet<string>;
  /** Names it for screen readers. */
  what: string;
  /** Shows the lines that matter first, the rest behind one click. */
  short?: boolean;
}

/** JSON without any script: coloured, with what the other side repeats marked. */
export function Payload({ value, used, what, short = false }: PayloadProps) {
  const lines = allLines(value, used);
  const shown: Line[] = short ? excerpt(value, used) : lines;
  if (shown.length >= lines.length) return <Lines lines={lines} what={what} />;
  return (
    <>
      <Lines lines={shown} what={what} />
      <details className="group border-t">
        <summary className="list-none px-4 py-2 text-xs font-medium text-muted hover:text-ink">
          <span className="group-open:hidden">Show all {lines.length} lines</span>
          <span className="hidden group-open:inline">The whole {what}</span>
        </summary>
        {/* Uncoloured: a thousand elements less in a page that most read without opening this. */}
        <Scrolled what={`whole ${what}`}>
          <span className="block px-4">{JSON.stringify(value, null, 2)}</span>
        </Scrolled>
      </details>
    </>
  );
}

function Lines({ lines, what }: { lines: readonly Line[]; what: string }) {
  return (
    <Scrolled what={what}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <One key={index} line={line} />
      ))}
    </Scrolled>
  );
}

function Scrolled({ what, children }: { what: string; children: ReactNode }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      aria-label={`JSON: ${what}`}
      className="max-h-[30rem] overflow-auto focus-visible:-outline-offset-2"
    >
      <pre className="py-3 font-mono text-xs leading-5">{children}</pre>
    </section>
  );
}

function One({ line }: { line: Line }) {
  if ("left" in line)
    return (
      <span
        className="block px-4 text-faint select-none"
        style={{ paddingLeft: `calc(1rem + ${line.indent}ch)` }}
      >
        … {line.left} more lines
      </span>
    );
  return (
    <span
      className={cn(
        "block w-fit min-w-full px-4",
        line.used && "bg-accent-soft shadow-[inset_2px_0_0_var(--color-accent)]",
      )}
    >
      {jsonTokens(line.text).map((token, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tokens never move
        <span key={at} className={token.className}>
          {token.text}
        </span>
      ))}
    </span>
  );
}
