import type { ComponentProps } from "react";
import { cn } from "./cn";
import { CONTROL } from "./control-classes";

/** A text field of several lines that grows with its content; `mono` for code and JSON. */
export function Textarea({ className, mono, ...rest }: ComponentProps<"textarea"> & { mono?: boolean }) {
  return (
    <textarea
      rows={3}
      {...rest}
      className={cn(
        CONTROL,
        "field-sizing-content min-h-16 py-1.5",
        mono && "font-mono text-xs leading-5",
        className,
      )}
    />
  );
}
