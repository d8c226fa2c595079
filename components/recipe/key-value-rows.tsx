"use client";

import { Plus, X } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { inputPath, type Pointer, withValueAt } from "~/server/recipes/pointer";
import { useEditor, useField } from "./editor-context";
import { MissingField } from "./missing-field";
import { addRow, changeRow, moveFallback, type NamedRow, readRows, writeRows } from "./named-rows";
import { RowValue } from "./row-value";
import { useDraft } from "./use-draft";
import { fromText } from "./value-text";

interface KeyValueRowsProps {
  /** What it is called, and whether it may be left empty. */
  field: { title: string; description: string | null; required: boolean };
  step: Pointer;
  /** Where the object stands in the step: `["input", "attributes"]`, `["headers"]`. */
  at: Pointer;
  /** The same as fallbacks call it: `["attributes"]`; null where there are none. */
  fallbacks: Pointer | null;
  /** An emptied object stays as `{}`. */
  keepEmpty?: boolean;
}

/** An object whose keys the person chooses: one row of name and value each. */
export function KeyValueRows({ field, step, at, fallbacks, keepEmpty = false }: KeyValueRowsProps) {
  const { dispatch } = useEditor();
  const write = (next: readonly NamedRow[]) => writeRows(next) ?? (keepEmpty ? {} : undefined);
  const binding = useField([...step, ...at]);
  const [rows, setRows] = useDraft(binding.value, readRows, write);

  const store = (next: NamedRow[], from?: string, to?: string | null) => {
    setRows(next);
    dispatch({
      type: "changed",
      change: (definition) => {
        const stored = withValueAt(definition, [...step, ...at], () => write(next));
        if (fallbacks === null || from === undefined || from === "") return stored;
        const target = to ? fallbackPath(fallbacks, to) : null;
        return withValueAt(stored, [...step, "onMissing"], (old) =>
          moveFallback(old, fallbackPath(fallbacks, from), target),
        );
      },
    });
  };
  return (
    <fieldset id={binding.id} tabIndex={-1} className="min-w-0">
      <legend className="mb-1 text-sm font-medium">
        {field.title}
        {field.required ? null : <span className="ml-1.5 font-normal text-faint">optional</span>}
      </legend>
      {field.description ? <p className="mb-2 text-xs text-faint">{field.description}</p> : null}
      <div className="flex flex-col gap-2.5">
        {rows.map((row, index) => (
          <div
            key={row.id}
            className="flex min-w-0 items-start gap-2 max-sm:rounded-md max-sm:border max-sm:p-2"
          >
            <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[minmax(7rem,2fr)_minmax(0,5fr)]">
              <Input
                aria-label={`${field.title}: name ${index + 1}`}
                value={row.name}
                placeholder="name"
                autoFocus={row.name === "" && row.text === "" && index > 0}
                onChange={(event) =>
                  store(changeRow(rows, row.id, { name: event.target.value }), row.name, event.target.value)
                }
                mono
              />
              <RowValue
                pointer={[...step, ...at, row.name]}
                label={`${field.title}: value of ${row.name || `row ${index + 1}`}`}
                text={row.text}
                onChange={(text) => store(changeRow(rows, row.id, { text }))}
              >
                {row.name === "" || fallbacks === null ? null : (
                  <MissingField
                    step={step}
                    inputPath={fallbackPath(fallbacks, row.name)}
                    value={fromText(row.text, "any")}
                    kind="any"
                  />
                )}
              </RowValue>
            </div>
            <Button
              variant="ghost"
              aria-label={`Remove ${row.name || `row ${index + 1}`}`}
              className="px-1.5"
              onClick={() =>
                store(
                  rows.filter((other) => other.id !== row.id),
                  row.name,
                  null,
                )
              }
            >
              <X aria-hidden />
            </Button>
          </div>
        ))}
      </div>
      <Button size="sm" variant="ghost" className="mt-1.5 -ml-1" onClick={() => setRows(addRow(rows))}>
        <Plus aria-hidden />
        {rows.length === 0 ? `Add to ${field.title.toLowerCase()}` : "Add another"}
      </Button>
      {binding.error && rows.length === 0 ? <p className="text-xs text-danger">{binding.error}</p> : null}
    </fieldset>
  );
}

function fallbackPath(path: Pointer, name: string): string {
  return inputPath([...path, name]);
}
