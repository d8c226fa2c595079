"use client";

import { Popover } from "@base-ui/react/popover";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { cn } from "./cn";
import { isOpeners } from "./is-openers";

export interface PopoverPanelProps {
  label: string;
  onClose: () => void;
  /** Gets the focus back; the panel stands below its nearest positioned parent. */
  opener: RefObject<HTMLElement | null>;
  className?: string;
  children: ReactNode;
}

/** What lies above the page as well, and the library's own stops for Tab. */
const LAYERS = "[role=dialog], [role=alertdialog], [role=menu], [data-base-ui-focus-guard]";

/** The inside of `Popover`, loaded when the first one opens. */
export function PopoverPanel({ label, onClose, opener, className, children }: PopoverPanelProps) {
  const popup = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    // With Tab somebody passes the opener first, which the library takes for a way back in.
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target.closest(LAYERS)) return;
      if (!popup.current?.contains(target) && !opener.current?.contains(target)) close.current();
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, [opener]);
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event, cancel }) => {
        // The opener's own click closes it; closing it before would make that click open it again.
        if (isOpeners(opener.current, event)) cancel();
        else if (!open) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => opener.current?.offsetParent ?? opener.current}
          sideOffset={4}
          align="center"
          collisionPadding={8}
          className="z-overlay flex w-[max(var(--anchor-width),min(20rem,var(--available-width)))] justify-center"
        >
          <Popover.Popup
            ref={popup}
            aria-label={label}
            finalFocus={opener}
            // Callers were written for a panel inside their own box: where they put it is the positioner's work now.
            style={{ position: "static", translate: "none", margin: 0 }}
            className={cn(
              "max-h-(--available-height) w-full overflow-y-auto rounded-lg border bg-surface shadow-float outline-none",
              "transition-opacity data-starting-style:opacity-0",
              className,
            )}
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
