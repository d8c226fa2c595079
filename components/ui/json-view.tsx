"use client";

import { useState } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { CopyButton } from "./copy-button";
import { jsonTokens } from "./json-tokens";

interface JsonViewProps {
  value: unknown;
  /** Names it for the copy button and screen readers: "payload". */
  what: string;
  /** Longer values start folded to this many lines. */
  maxLines?: number;
  className?: string;
}

function pretty(value: unknown): string {
  return value === undefined ? "" : JSON.stringify(value, null, 2);
}

/** Pretty JSON: coloured, wrapped, copied with one click, folded when long. */
export function JsonView({ value, what, maxLines = 24, className }: JsonViewProps) {
  const [open, setOpen] = useState(false);
  const text = pretty(value);
  const lines = text.split("\n");
  // A few lines more than the limit are shown rather than hidden behind a button.
  const folded = !open && lines.length > maxLines + 4;
  const shown = folded ? lines.slice(0, maxLines) : lines;
  if (text === "") return <p className="text-xs text-faint">Nothing</p>;
  return (
    <div className={cn("group/json relative min-w-0 rounded-md border bg-canvas", className)}>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        className="max-h-[36rem] overflow-auto p-3 font-mono text-xs leading-5 break-words whitespace-pre-wrap"
      >
        {shown.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
          <span key={index} className="block">
            {jsonTokens(line).map((token, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: tokens never move
              <span key={at} className={token.className}>
                {token.text}
              </span>
            ))}
          </span>
        ))}
      </pre>
      <CopyButton value={text} what={what} className="absolute top-1 right-1 bg-canvas" />
      {lines.length > maxLines + 4 ? (
        <div className="border-t p-1">
          <Button variant="ghost" size="sm" aria-expanded={!folded} onClick={() => setOpen(folded)}>
            {folded ? `Show all ${lines.length} lines` : "Show less"}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
