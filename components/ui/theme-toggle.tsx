"use client";

import { clsx } from "clsx";
import { Monitor, Moon, Sun } from "lucide-react";
import { useEffect, useState } from "react";
import { readTheme, type Theme, writeTheme } from "./theme";

const CHOICES = [
  { theme: "light", label: "Light", icon: Sun },
  { theme: "dark", label: "Dark", icon: Moon },
  { theme: "system", label: "As the system", icon: Monitor },
] as const;

/** Light, dark, or as the system says; remembered in this browser. */
export function ThemeToggle({ className }: { className?: string }) {
  const [theme, setTheme] = useState<Theme>();
  useEffect(() => setTheme(readTheme()), []);
  return (
    <fieldset className={clsx("inline-flex rounded-md border bg-canvas p-0.5", className)}>
      <legend className="sr-only">Theme</legend>
      {CHOICES.map(({ theme: choice, label, icon: Icon }) => (
        <button
          key={choice}
          type="button"
          aria-label={label}
          title={label}
          aria-pressed={theme === choice}
          onClick={() => {
            writeTheme(choice);
            setTheme(choice);
          }}
          className={clsx(
            "grid size-6 place-items-center rounded-sm transition-colors hover:text-ink pointer-coarse:size-8",
            theme === choice ? "bg-surface text-ink shadow-raise" : "text-faint",
          )}
        >
          <Icon aria-hidden className="size-3.5" />
        </button>
      ))}
    </fieldset>
  );
}
