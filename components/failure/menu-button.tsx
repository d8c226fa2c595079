"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { Popover } from "~/components/recipe/popover";
import { Button } from "~/components/ui/button";

interface MenuButtonProps {
  label: string;
  icon: ReactNode;
  items: { key: string; label: string }[];
  onChoose: (key: string) => void;
  pending?: boolean;
}

/** A button with a few choices below it. */
export function MenuButton({ label, icon, items, onChoose, pending = false }: MenuButtonProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <span className="relative">
      <Button
        ref={opener}
        pending={pending}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {pending ? null : icon}
        {label}
        <ChevronDown aria-hidden />
      </Button>
      {open ? (
        <Popover
          label={label}
          opener={opener}
          onClose={() => setOpen(false)}
          className="top-full left-0 mt-1 flex max-h-72 w-52 flex-col items-stretch gap-0.5 overflow-y-auto p-1"
        >
          {items.map(({ key, label: text }) => (
            <Button
              key={key}
              variant="ghost"
              className="justify-start"
              onClick={() => {
                setOpen(false);
                opener.current?.focus();
                onChoose(key);
              }}
            >
              <span className="truncate">{text}</span>
            </Button>
          ))}
        </Popover>
      ) : null}
    </span>
  );
}
