"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "./button";
import { Dialog } from "./dialog";

interface ConfirmButtonProps extends Omit<ButtonProps, "onClick" | "title"> {
  /** The question: "Delete this recipe?" */
  title: string;
  /** What will happen, and what will not. */
  description: ReactNode;
  /** The word on the button that does it: "Delete". */
  confirmLabel: string;
  /** Return a promise; the dialog closes when it has resolved. */
  onConfirm: () => Promise<unknown>;
  children: ReactNode;
}

/** A button that asks before it acts. */
export function ConfirmButton({
  title,
  description,
  confirmLabel,
  onConfirm,
  children,
  ...button
}: ConfirmButtonProps) {
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  async function confirm() {
    setPending(true);
    try {
      await onConfirm();
    } finally {
      setPending(false);
      setOpen(false);
    }
  }
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {children}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        description={description}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button
              variant={button.variant === "danger" ? "danger" : "primary"}
              pending={pending}
              onClick={confirm}
            >
              {confirmLabel}
            </Button>
          </>
        }
      />
    </>
  );
}
