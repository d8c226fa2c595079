"use client";

import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { cn } from "~/components/ui/cn";

interface PopoverProps {
  label: string;
  onClose: () => void;
  /** Gets the focus back when Escape closes the popover. */
  opener: RefObject<HTMLElement | null>;
  className?: string;
  children: ReactNode;
}

/** A panel below its opener, inside a `relative` parent. Escape, a click outside and leaving it with Tab close it. */
export function Popover({ label, onClose, opener, className, children }: PopoverProps) {
  const ref = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const isInside = (target: EventTarget | null) =>
      target instanceof Node && (ref.current?.contains(target) || opener.current?.contains(target));
    const onOutside = (event: Event) => {
      if (!isInside(event.target)) close.current();
    };
    document.addEventListener("pointerdown", onOutside);
    document.addEventListener("focusin", onOutside);
    return () => {
      document.removeEventListener("pointerdown", onOutside);
      document.removeEventListener("focusin", onOutside);
    };
  }, [opener]);
  return (
    <div
      ref={ref}
      role="dialog"
      aria-label={label}
      // A click on what takes no focus would give it to something outside, and that closes the popover.
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
        opener.current?.focus();
      }}
      className={cn("absolute z-30 rounded-lg outline-none border bg-surface shadow-float", className)}
    >
      {children}
    </div>
  );
}
