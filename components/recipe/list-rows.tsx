"use client";

import { ArrowDown, ArrowUp, Braces, Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { isObject, type Pointer, withValueAt } from "~/server/recipes/pointer";
import { useEditor, useField } from "./editor-context";
import type { FormField } from "./form-fields";
import { placed, placedFallbacks, withoutItem, withSwapped } from "./list-edit";
import { problemText } from "./problems";
import { RowValue } from "./row-value";
import { TemplateField } from "./template-field";
import { fromText, toText } from "./value-text";

interface ListRowsProps {
  field: FormField;
  step: Pointer;
  path: Pointer;
  /** The form's own input for one field of the list's items; given, because inputs may hold lists again. */
  renderInput: (field: FormField, path: Pointer) => ReactNode;
}

/** A list: a card for each object, a row for each value; a template that yields a whole list is shown as one text field. */
export function ListRows({ field, step, path, renderInput }: ListRowsProps) {
  const pointer = [...step, "input", ...path];
  const { id, value, set, error } = useField(pointer);
  const { dispatch, problems } = useEditor();
  // What is inside an item is said there; here only what is said of the list or of an item as a whole.
  const ownProblem = (at: string) => problemText(problems.filter((problem) => problem.path === at));
  // Text stays text while somebody types a template that yields the whole list.
  if (typeof value === "string") {
    return (
      <TemplateField
        pointer={pointer}
        label={field.title}
        hint={field.description}
        required={field.required}
        kind="any"
      />
    );
  }
  const items: unknown[] = Array.isArray(value) ? value : [];
  const ofObjects = field.item?.control === "group";
  const isCard = (item: unknown) => ofObjects && isObject(item);
  const rearrange = (places: ReturnType<typeof withoutItem>) =>
    dispatch({
      type: "changed",
      change: (definition) => {
        const next = placed(items, places);
        const moved = withValueAt(definition, pointer, () => (next.length === 0 ? undefined : next));
        return withValueAt(moved, [...step, "onMissing"], (old) => placedFallbacks(old, path, places));
      },
    });
  return (
    <fieldset id={id} tabIndex={-1} className="min-w-0">
      <legend className="mb-1 text-sm font-medium">
        {field.title}
        {field.required ? null : <span className="ml-1.5 font-normal text-faint">optional</span>}
      </legend>
      {field.description ? <p className="mb-2 text-xs text-faint">{field.description}</p> : null}
      <ul className="flex flex-col gap-2">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list's values have no identity but their place
          <li key={index} className={isCard(item) ? "rounded-md border p-3" : "flex items-start gap-2"}>
            {isCard(item) ? (
              <div className="mb-2 flex items-center gap-1">
                <span className="flex-1 text-xs font-medium text-faint">{index + 1}</span>
                <RowButton
                  label={`Move ${field.title} ${index + 1} up`}
                  disabled={index === 0}
                  onClick={() => rearrange(withSwapped(index, index - 1))}
                >
                  <ArrowUp aria-hidden />
                </RowButton>
                <RowButton
                  label={`Move ${field.title} ${index + 1} down`}
                  disabled={index === items.length - 1}
                  onClick={() => rearrange(withSwapped(index, index + 1))}
                >
                  <ArrowDown aria-hidden />
                </RowButton>
                <RowButton
                  label={`Remove ${field.title} ${index + 1}`}
                  onClick={() => rearrange(withoutItem(index))}
                >
                  <X aria-hidden />
                </RowButton>
              </div>
            ) : null}
            {isCard(item) ? <OwnProblem text={ownProblem(`${id}[${index}]`)} /> : null}
            {isCard(item) ? (
              <div className="flex flex-col gap-3">
                {field.item?.fields.map((inner) => (
                  <div key={inner.name}>{renderInput(inner, [...path, index, inner.name])}</div>
                ))}
              </div>
            ) : (
              <>
                <div className="min-w-0 flex-1">
                  {field.item?.choices ? (
                    renderInput({ ...field.item, title: `${field.title} ${index + 1}` }, [...path, index])
                  ) : (
                    <RowValue
                      pointer={[...pointer, index]}
                      label={`${field.title} ${index + 1}`}
                      text={toText(item)}
                      onChange={(text) => set(items.with(index, fromText(text, field.item?.kind ?? "any")))}
                    />
                  )}
                </div>
                <RowButton
                  label={`Remove ${field.title} ${index + 1}`}
                  onClick={() => rearrange(withoutItem(index))}
                >
                  <X aria-hidden />
                </RowButton>
              </>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-1 -ml-1 flex flex-wrap gap-1">
        <Button size="sm" variant="ghost" onClick={() => set([...items, ofObjects ? {} : ""])}>
          <Plus aria-hidden />
          Add {items.length === 0 ? "one" : "another"}
          <span className="sr-only"> to {field.title}</span>
        </Button>
        {items.length === 0 ? (
          <Button size="sm" variant="ghost" onClick={() => set("{{ }}")}>
            <Braces aria-hidden />
            Take the whole list from data
          </Button>
        ) : null}
      </div>
      <OwnProblem text={items.length === 0 ? error : ownProblem(id)} />
    </fieldset>
  );
}

function OwnProblem({ text }: { text: string | undefined }) {
  return text ? <p className="mb-1 text-xs text-danger">{text}</p> : null;
}

interface RowButtonProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function RowButton({ label, disabled = false, onClick, children }: RowButtonProps) {
  return (
    <Button variant="ghost" aria-label={label} disabled={disabled} className="px-1.5" onClick={onClick}>
      {children}
    </Button>
  );
}
