"use client";

import { TriangleAlert } from "lucide-react";
import { useField } from "./editor-context";
import { FieldRepair } from "./repair-button";

/** Whether the event's object is read again before the first step. */
export function RefetchSwitch() {
  const { id, value, set, error, warning } = useField(["trigger", "config", "refetch"]);
  const says = error ?? warning;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex items-start gap-2.5 text-sm">
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => set(event.target.checked ? true : undefined)}
          aria-describedby={says ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={error ? true : undefined}
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <span className="font-medium">Read the object again from Stripe before the first step</span>
      </label>
      <p id={`${id}-hint`} className="pl-6.5 text-xs text-faint">
        The steps then see it as it is now, however late the event comes, and no event is passed over. What
        the event brought is <code className="font-mono">trigger.data.received</code>. It costs one call to
        Stripe for each run.
      </p>
      {says ? (
        <p
          id={`${id}-error`}
          className={`flex items-start gap-1.5 pl-6.5 text-xs ${error ? "text-danger" : "text-warn"}`}
        >
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {says}
        </p>
      ) : null}
      {says ? (
        <div className="pl-6.5 empty:hidden">
          <FieldRepair id={id} />
        </div>
      ) : null}
    </div>
  );
}
