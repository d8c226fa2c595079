"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";
import { cn } from "./cn";

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  /** Buttons at the bottom right. */
  footer?: ReactNode;
  size?: "md" | "lg";
  children?: ReactNode;
}

/** The browser's modal dialog: focus stays inside, Escape and a click outside close it. */
export function Dialog({ open, onClose, title, description, footer, size = "md", children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way to close a native dialog
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-text` : undefined}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
      className={cn(
        "w-[calc(100vw-2rem)] rounded-xl border bg-surface p-0 text-ink shadow-float backdrop:bg-scrim",
        size === "lg" ? "max-w-2xl" : "max-w-md",
      )}
    >
      {open ? (
        <div className="flex max-h-[85dvh] flex-col">
          <header className="flex items-start justify-between gap-4 px-5 pt-4">
            <h2 id={`${id}-title`} className="text-lg font-semibold">
              {title}
            </h2>
            <Button variant="ghost" size="sm" aria-label="Close" onClick={onClose} className="-mr-2 px-1.5">
              <X aria-hidden />
            </Button>
          </header>
          <div className="flex min-h-0 flex-col gap-3 overflow-y-auto px-5 pt-1 pb-5">
            {description ? (
              <div id={`${id}-text`} className="text-sm text-muted">
                {description}
              </div>
            ) : null}
            {children}
          </div>
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</footer>
          ) : null}
        </div>
      ) : null}
    </dialog>
  );
}
