"use client";

import { type ReactNode, useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { Popover } from "./popover";

interface FieldPopoverProps {
  icon: ReactNode;
  /** On the button. */
  text: string;
  /** The button's name for screen readers. */
  label: string;
  /** The panel's name. */
  title: string;
  children: (close: () => void) => ReactNode;
}

/** A small button beside a field's label that opens a panel below the field; `close` gives the focus back. */
export function FieldPopover({ icon, text, label, title, children }: FieldPopoverProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <div className="static">
      <Button
        ref={opener}
        variant="ghost"
        size="sm"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpen(!open)}
        className="h-6 px-1.5 text-accent-ink pointer-coarse:h-8"
      >
        {icon}
        {text}
      </Button>
      {open ? (
        <Popover label={title} opener={opener} onClose={() => setOpen(false)}>
          {children(() => {
            setOpen(false);
            opener.current?.focus();
          })}
        </Popover>
      ) : null}
    </div>
  );
}
