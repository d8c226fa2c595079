"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonProps } from "./button";

interface CopyButtonProps extends Omit<ButtonProps, "onClick" | "value"> {
  value: string;
  /** What is copied, for screen readers: "webhook URL". */
  what: string;
  /** Show words beside the icon. */
  text?: string;
}

/** Copies `value` and says so for two seconds. */
export function CopyButton({ value, what, text, ...button }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // The clipboard is closed on plain http hosts; the text stays selectable beside the button.
      setCopied(false);
    }
  }
  return (
    <Button
      variant="ghost"
      size="sm"
      {...button}
      onClick={copy}
      aria-label={copied ? `Copied ${what}` : `Copy ${what}`}
    >
      {copied ? <Check aria-hidden className="text-ok" /> : <Copy aria-hidden />}
      {text ? (copied ? "Copied" : text) : null}
    </Button>
  );
}
