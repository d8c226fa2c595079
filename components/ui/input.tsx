import type { ComponentProps } from "react";
import { cn } from "./cn";

/** What text fields of every kind share. */
export const CONTROL =
  "w-full rounded-md border border-control bg-surface px-2.5 text-sm text-ink transition-colors hover:border-muted focus-visible:border-accent focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint aria-invalid:border-danger";

/** A one-line text field; `mono` for keys, templates and ids. Wrap it in `Field` for label and error. */
export function Input({ className, mono, ...rest }: ComponentProps<"input"> & { mono?: boolean }) {
  return (
    <input
      {...rest}
      className={cn(CONTROL, "h-8.5 pointer-coarse:h-10", mono && "font-mono text-xs", className)}
    />
  );
}
