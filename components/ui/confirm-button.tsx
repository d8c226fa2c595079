"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "./button";
import { ConfirmDialog, type Question } from "./confirm-dialog";

interface ConfirmButtonProps extends Omit<ButtonProps, "onClick" | "title">, Omit<Question, "danger"> {
  children: ReactNode;
}

/** A button that asks before it acts. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { title, description, confirmLabel, onConfirm, children, ...button } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {children}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        description={description}
        confirmLabel={confirmLabel}
        danger={button.variant === "danger"}
        onConfirm={onConfirm}
      />
    </>
  );
}
