import type { ComponentProps } from "react";
import { cn } from "./cn";
import { CONTROL } from "./control-classes";

/** A one-line text field; `mono` for keys, templates and ids. Wrap it in `Field` for label and error. */
export function Input({ className, mono, ...rest }: ComponentProps<"input"> & { mono?: boolean }) {
  return (
    <input
      {...rest}
      className={cn(CONTROL, "h-8.5 pointer-coarse:h-10", mono && "font-mono text-xs", className)}
    />
  );
}
