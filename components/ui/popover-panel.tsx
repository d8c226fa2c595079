"use client";

import { Popover } from "@base-ui/react/popover";
import type { ReactNode, RefObject } from "react";
import { cn } from "./cn";

export interface PopoverPanelProps {
  label: string;
  onClose: () => void;
  /** Gets the focus back; the panel stands below its nearest positioned parent. */
  opener: RefObject<HTMLElement | null>;
  className?: string;
  children: ReactNode;
}

/** The inside of `Popover`, loaded when the first one opens. */
export function PopoverPanel({ label, onClose, opener, className, children }: PopoverPanelProps) {
  const isOpener = (target: EventTarget | null | undefined) =>
    target instanceof Node && opener.current?.contains(target);
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event, cancel }) => {
        const to = event instanceof FocusEvent ? event.relatedTarget : event.target;
        // The opener's own click closes it; closing it before would make that click open it again.
        if (isOpener(to) && event.type !== "keydown") cancel();
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
