"use client";

import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import type { RunView } from "~/server/services/run/schemas";

export interface Wish {
  from: string;
  version: "original" | "current";
}

interface RerunChoicesProps {
  run: RunView;
  wish: Wish;
  onChange: (wish: Wish) => void;
}

/** Where a rerun begins, and which version it follows. */
export function RerunChoices({ run, wish, onChange }: RerunChoicesProps) {
  const { from, version } = wish;
  // A long loop's items would fill the list; they begin from their own cards.
  const paths = run.steps.map(({ path }) => path).filter((path) => !path.includes("[") || path === from);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field id="rerun-from" label="Begin" required>
        {(control) => (
          <Select
            {...control}
            value={from}
            onChange={(event) => onChange({ ...wish, from: event.target.value })}
          >
            {hasFailure(run) ? <option value="failed">From what did not succeed</option> : null}
            <option value="start">From the start</option>
            <optgroup label="From a step">
              {paths.map((path) => (
                <option key={path} value={path}>
                  From {path}
                </option>
              ))}
            </optgroup>
          </Select>
        )}
      </Field>
      <Field id="rerun-version" label="Version" required>
        {(control) => (
          <Select
            {...control}
            value={version}
            onChange={(event) =>
              onChange({ ...wish, version: event.target.value === "current" ? "current" : "original" })
            }
          >
            <option value="original">As it ran: version {run.version}</option>
            <option value="current">The current version</option>
          </Select>
        )}
      </Field>
    </div>
  );
}

/** Without one there is no step to begin from. */
export function hasFailure({ status, steps }: Pick<RunView, "status" | "steps">): boolean {
  const isFine = status === "succeeded" || status === "filtered";
  return !isFine || steps.some((step) => step.status === "failed");
}
