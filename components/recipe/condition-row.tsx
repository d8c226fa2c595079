"use client";

import { X } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import type { Comparison } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { withOperator } from "./condition-rows";
import { useEditor } from "./editor-context";
import { RowValue } from "./row-value";
import { useDraft } from "./use-draft";
import { ValueSuggestions } from "./value-suggestions";
import { fromText, toText } from "./value-text";

interface ConditionRowProps {
  row: Comparison;
  ordinal: number;
  pointer: Pointer;
  onChange: (row: Comparison) => void;
  onRemove: () => void;
}

/** One comparison: a value from the data, an operator, and what it is compared with. */
export function ConditionRow({ row, ordinal, pointer, onChange, onRemove }: ConditionRowProps) {
  const { operators } = useEditor().catalog;
  const arity = operators.find((operator) => operator.id === row.op)?.arity ?? 2;
  const [left, setLeft] = useDraft(row.left, toText, stored);
  const [right, setRight] = useDraft(row.right, toText, stored);
  const chooseOperator = (op: string) => {
    const chosen = operators.find((operator) => operator.id === op);
    if (chosen) onChange(withOperator(row, chosen.id, chosen.arity));
  };
  return (
    <div className="@container flex min-w-0 items-start gap-2 rounded-md border bg-canvas p-2.5">
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(8rem,2fr)_minmax(0,3fr)] gap-2 @xl:grid-cols-[minmax(0,5fr)_minmax(8rem,3fr)_minmax(0,4fr)] *:first:col-span-2 @xl:*:first:col-span-1">
        <RowValue
          pointer={[...pointer, "left"]}
          label={`Condition ${ordinal}: value to look at`}
          placeholder="Insert data to look at"
          text={left}
          onChange={(text) => {
            setLeft(text);
            onChange({ ...row, left: stored(text) });
          }}
        />
        <Select
          aria-label={`Condition ${ordinal}: operator`}
          value={row.op}
          className="self-start"
          onChange={(event) => chooseOperator(event.target.value)}
        >
          {operators.map((operator) => (
            <option key={operator.id} value={operator.id}>
              {operator.label}
            </option>
          ))}
        </Select>
        {arity > 1 ? (
          <RowValue
            pointer={[...pointer, "right"]}
            label={`Condition ${ordinal}: value to compare with`}
            placeholder="compare with"
            text={right}
            onChange={(text) => {
              setRight(text);
              onChange({ ...row, right: stored(text) });
            }}
          >
            <ValueSuggestions
              row={row}
              label={`Condition ${ordinal}: values it can have`}
              onChoose={(text) => {
                setRight(text);
                onChange({ ...row, right: stored(text) });
              }}
            />
          </RowValue>
        ) : null}
      </div>
      <Button
        variant="ghost"
        aria-label={`Remove condition ${ordinal}`}
        className="px-1.5"
        onClick={onRemove}
      >
        <X aria-hidden />
      </Button>
    </div>
  );
}

function stored(text: string): unknown {
  return fromText(text, "any");
}
