"use client";

import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

export interface Question {
  /** "Delete this recipe?" */
  title: string;
  /** What will happen, and what will not. */
  description: ReactNode;
  /** The word on the button that does it: "Delete". */
  confirmLabel: string;
  /** What is done cannot be taken back. */
  danger?: boolean;
  /** Return a promise; the dialog closes when it has resolved. */
  onConfirm: () => Promise<unknown>;
}

/** Asks before something happens. */
export function ConfirmDialog({
  open,
  onClose,
  title,
  description,
  confirmLabel,
  danger = false,
  onConfirm,
}: Question & { open: boolean; onClose: () => void }) {
  const [pending, setPending] = useState(false);
  async function confirm() {
    setPending(true);
    try {
      await onConfirm();
    } finally {
      setPending(false);
      onClose();
    }
  }
  return (
    <Dialog
      asks
      open={open}
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    />
  );
}
