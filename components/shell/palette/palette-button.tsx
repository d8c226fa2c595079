"use client";

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "~/components/ui/button";
import { Keys } from "~/components/ui/keys";
import { showOverlay } from "./palette-store";
import { isMac } from "./shortcut-keys";

/** Opens the palette: a search field to look at, or with `compact` a button of a bar. */
export function PaletteButton({ compact = false }: { compact?: boolean }) {
  const [modifier, setModifier] = useState("Ctrl");
  useEffect(() => setModifier(isMac() ? "⌘" : "Ctrl"), []);
  const open = () => showOverlay("palette");
  if (compact)
    return (
      <Button
        variant="ghost"
        aria-label="Search and commands"
        aria-haspopup="dialog"
        onClick={open}
        className="px-2.5"
      >
        <Search aria-hidden />
      </Button>
    );
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={open}
      className="flex h-8 w-full items-center gap-2 rounded-md border bg-surface px-2 text-sm text-faint transition-colors hover:border-control hover:text-muted pointer-coarse:h-10"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="flex-1 text-left">Search</span>
      <Keys keys={[modifier, "K"]} className="pointer-coarse:hidden" />
    </button>
  );
}
