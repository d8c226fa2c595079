"use client";

import { Plus } from "lucide-react";
import { Button } from "~/components/ui/button";
import { JsonView } from "~/components/ui/json-view";
import { Select } from "~/components/ui/select";
import type { Comparison, Condition } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { ConditionRow } from "./condition-row";
import { type Combine, type ConditionRows, fromRows, toRows } from "./condition-rows";
import { useField } from "./editor-context";

/** Rows of "value, operator, value", joined by all or any. What nests deeper is kept and shown as it is. */
export function ConditionBuilder({ pointer, label }: { pointer: Pointer; label: string }) {
  const { id, value, set, error } = useField(pointer);
  const condition = (value ?? { all: [] }) as Condition;
  const shown = toRows(condition);
  if (!shown) return <NestedCondition condition={condition} />;
  const store = (next: Partial<ConditionRows>) => set(fromRows({ ...shown, ...next }));
  const isPlain = "op" in condition;
  const rowPointer = (index: number) => (isPlain ? pointer : [...pointer, shown.combine, index]);
  const { rows } = shown;
  return (
    <fieldset id={id} tabIndex={-1} className="min-w-0">
      <legend className="mb-2 text-sm font-medium">{label}</legend>
      {rows.length > 1 ? (
        <Select
          aria-label="How the conditions are joined"
          value={shown.combine}
          onChange={(event) => store({ combine: event.target.value as Combine })}
          className="mb-3 max-w-60"
        >
          <option value="all">All of these hold</option>
          <option value="any">Any of these holds</option>
        </Select>
      ) : null}
      <ol className="flex flex-col gap-3">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
          <li key={index}>
            <ConditionRow
              row={row}
              ordinal={index + 1}
              pointer={rowPointer(index)}
              onChange={(next) => store({ rows: rows.with(index, next) })}
              onRemove={() => store({ rows: rows.toSpliced(index, 1) })}
            />
          </li>
        ))}
      </ol>
      {rows.length === 0 ? (
        <p className="text-sm text-muted">Every event passes: there is no condition yet.</p>
      ) : null}
      <Button
        size="sm"
        variant="ghost"
        className="mt-2 -ml-1"
        onClick={() => store({ rows: [...rows, newRow()] })}
      >
        <Plus aria-hidden />
        Add condition
      </Button>
      {error && rows.length === 0 ? <p className="mt-1 text-xs text-danger">{error}</p> : null}
    </fieldset>
  );
}

function newRow(): Comparison {
  return { left: "", op: "eq", right: "" };
}

function NestedCondition({ condition }: { condition: Condition }) {
  return (
    <div>
      <p className="mb-2 text-sm text-muted">
        This condition nests deeper than rows can show. It is kept as it is; change it through the API.
      </p>
      <JsonView value={condition} what="condition" />
    </div>
  );
}
