"use client";

import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { Button, type ButtonProps } from "./button";

// Its code comes when the first menu opens.
const Panel = lazy(async () => ({ default: (await import("./menu-panel")).MenuPanel }));

export interface MenuItem {
  key: string;
  label: string;
  icon?: ReactNode;
  /** Goes somewhere; otherwise `onSelect` does something. */
  href?: string;
  onSelect?: () => void;
  /** What cannot be taken back stands apart and in red. */
  danger?: boolean;
}

interface MenuProps extends Omit<ButtonProps, "onSelect"> {
  items: readonly MenuItem[];
  /** Names the menu for screen readers; also the button, when that has no words. */
  label: string;
  align?: "start" | "end";
}

/** A button with a menu below it: arrow keys, first letters, Enter and Escape work. */
export function Menu({ items, label, align = "start", children, ...button }: MenuProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        {...button}
        ref={opener}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <Panel items={items} label={label} align={align} opener={opener} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
