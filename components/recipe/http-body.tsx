"use client";

import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import type { HttpStep } from "~/server/recipes/definition";
import { isObject, type Pointer, pointerText, withValueAt } from "~/server/recipes/pointer";
import { type BodyType, bodyAs } from "./body-text";
import { useEditor } from "./editor-context";
import { JsonBody } from "./json-body";
import { KeyValueRows } from "./key-value-rows";
import { MissingField } from "./missing-field";
import { TemplateField } from "./template-field";

const TYPES: Record<BodyType, string> = { json: "JSON", form: "Form fields", raw: "Text" };
const FORM = { title: "Form fields", description: null, required: true };

/** What a request sends: nothing, JSON, form fields or plain text. */
export function HttpBody({ step, pointer }: { step: HttpStep; pointer: Pointer }) {
  const { dispatch } = useEditor();
  const type = step.bodyType ?? (step.body === undefined ? "" : "json");
  const choose = (chosen: "" | BodyType) => {
    const body = chosen === "" ? undefined : bodyAs(chosen, step.body);
    const losesBody = step.body !== undefined && body === undefined;
    dispatch({
      ...(losesBody ? { type: "removed", what: "the body" } : { type: "changed" }),
      change: (definition) => {
        const typed = withValueAt(definition, [...pointer, "bodyType"], () => chosen || undefined);
        return withValueAt(typed, [...pointer, "body"], () => body);
      },
    });
  };
  return (
    <>
      <Field id={pointerText([...pointer, "bodyType"])} label="Body" required>
        {(control) => (
          <Select {...control} value={type} onChange={(event) => choose(event.target.value as "" | BodyType)}>
            <option value="">Nothing</option>
            {Object.entries(TYPES).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {type === "json" ? <JsonBody pointer={pointer} /> : null}
      {type === "form" && (step.body === undefined || isObject(step.body)) ? (
        <KeyValueRows field={FORM} step={pointer} at={["body"]} fallbacks={["body"]} />
      ) : null}
      {type === "raw" || (type === "form" && typeof step.body === "string") ? (
        <TemplateField pointer={[...pointer, "body"]} label="Text" kind="string" long>
          <MissingField step={pointer} inputPath="body" value={step.body} kind="string" />
        </TemplateField>
      ) : null}
    </>
  );
}
