"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { buttonStyle } from "./button-style";
import { cn } from "./cn";

export interface DialogPanelProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  /** Buttons at the bottom right. */
  footer?: ReactNode;
  size?: "md" | "lg";
  /** It asks before something happens: announced as such, and a click outside does not answer it. */
  asks?: boolean;
  children?: ReactNode;
}

/** The inside of `Dialog`, loaded when the first one opens. */
export function DialogPanel(props: DialogPanelProps) {
  const { open, onClose, title, description, footer, size = "md", asks = false, children } = props;
  const popup = useRef<HTMLDivElement>(null);
  const { Root } = asks ? AlertDialog : Dialog;
  return (
    <Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-modal bg-scrim transition-opacity duration-(--motion-base) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Viewport className="fixed inset-0 z-modal grid place-items-center overflow-y-auto p-4">
          <Dialog.Popup
            ref={popup}
            initialFocus={() => firstThingIn(popup.current)}
            className={cn(
              "flex max-h-[calc(100dvh-2rem)] w-full flex-col rounded-xl border bg-surface text-ink shadow-float outline-none",
              "transition-[opacity,scale] duration-(--motion-base) ease-calm data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0",
              size === "lg" ? "max-w-2xl" : "max-w-md",
            )}
          >
            <header className="flex items-start justify-between gap-4 px-5 pt-4">
              <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
              <Dialog.Close aria-label="Close" className={buttonStyle("ghost", "sm", "-mr-2 px-1.5")}>
                <X aria-hidden />
              </Dialog.Close>
            </header>
            <div data-body className="flex min-h-0 flex-col gap-3 overflow-y-auto px-5 pt-1 pb-5">
              {description ? (
                <Dialog.Description render={<div />} className="text-sm text-muted">
                  {description}
                </Dialog.Description>
              ) : null}
              {children}
            </div>
            {footer ? (
              <footer data-footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">
                {footer}
              </footer>
            ) : null}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Root>
  );
}

/** Where somebody goes on: the first field, else the first answer, else the dialog itself; never the button that closes it. */
function firstThingIn(popup: HTMLElement | null): HTMLElement | null {
  const find = (selector: string) => popup?.querySelector<HTMLElement>(selector) ?? null;
  return (
    find("[data-body] :is(input, select, textarea):not(:disabled)") ??
    find("[data-footer] button:not(:disabled)") ??
    find("[data-body] :is(a[href], button:not(:disabled))") ??
    popup
  );
}
