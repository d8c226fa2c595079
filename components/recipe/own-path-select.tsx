"use client";

import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { type Pointer, withValueAt } from "~/server/recipes/pointer";
import { stepsAt } from "./definition-edit";
import { useEditor, useField } from "./editor-context";

interface OwnPathSelectProps {
  pointer: Pointer;
  label: string;
  /** The settings that are a word; `own` is the one that holds steps. */
  options: Readonly<Record<string, string>>;
  own: string;
  /** Where the steps stand below the pointer, and what is stored when they are chosen. */
  at: Pointer;
  empty: unknown;
  /** What is chosen while nothing is stored. */
  standard: string;
}

const OWN = "own";

/** A setting that is one of a few words or a list of steps; leaving the steps behind can be undone. */
export function OwnPathSelect({ pointer, label, options, own, at, empty, standard }: OwnPathSelectProps) {
  const { state, dispatch } = useEditor();
  const { id, value, error } = useField(pointer);
  const holdsSteps = typeof value === "object" && value !== null;
  const choose = (word: string) => {
    const hasSteps = holdsSteps && stepsAt(state.definition, [...pointer, ...at]).length > 0;
    dispatch({
      ...(hasSteps ? { type: "removed", what: `the steps of “${own}”` } : { type: "changed" }),
      change: (definition) => withValueAt(definition, pointer, () => (word === OWN ? empty : word)),
    });
  };
  return (
    <Field id={id} label={label} error={holdsSteps ? undefined : error} required>
      {(control) => (
        <Select
          {...control}
          value={holdsSteps ? OWN : String(value ?? standard)}
          onChange={(event) => choose(event.target.value)}
        >
          {Object.entries({ ...options, [OWN]: own }).map(([word, words]) => (
            <option key={word} value={word}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
