import { CircleAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** What the control inside a field must carry; spread it: `<Input {...control} />`. */
export interface FieldControl {
  id: string;
  required?: boolean;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
}

interface FieldProps {
  /** Unique on the page; the control's id. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** What should be looked at, though nothing is wrong. */
  warning?: string | undefined;
  /** A button below the error or warning that mends it. */
  remedy?: ReactNode;
  required?: boolean;
  /** Something small at the right end of the label's line. */
  aside?: ReactNode;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}

/** Label, control, hint and error, tied together for screen readers. */
export function Field(props: FieldProps) {
  const { id, label, hint, error, warning, remedy, required = false, aside, className, children } = props;
  const says = error ?? warning;
  const describedBy = [hint ? `${id}-hint` : "", says ? `${id}-error` : ""].filter(Boolean).join(" ");
  const Mark = error ? CircleAlert : TriangleAlert;
  const control: FieldControl = { id };
  if (required) control.required = true;
  if (error) control["aria-invalid"] = true;
  if (describedBy) control["aria-describedby"] = describedBy;
  return (
    <div className={cn("flex min-w-0 flex-col gap-1", className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
          {required ? null : <span className="ml-1.5 font-normal text-faint">optional</span>}
        </label>
        {aside}
      </div>
      {children(control)}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-faint">
          {hint}
        </p>
      ) : null}
      {says ? (
        <p
          id={`${id}-error`}
          className={cn("flex items-start gap-1.5 text-xs", error ? "text-danger" : "text-warn")}
        >
          <Mark aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {says}
        </p>
      ) : null}
      {says && remedy ? <div className="empty:hidden">{remedy}</div> : null}
    </div>
  );
}
