"use client";

import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { inputPath, type Pointer } from "~/server/recipes/pointer";
import { ChoiceField } from "./choice-field";
import { useField } from "./editor-context";
import type { FormField } from "./form-fields";
import { KeyValueRows } from "./key-value-rows";
import { ListRows } from "./list-rows";
import { MissingField } from "./missing-field";
import { RecipeInput } from "./recipe-input";
import { FieldRepair } from "./repair-button";
import { TemplateField } from "./template-field";
import { hasTemplate, toText } from "./value-text";

interface FormInputProps {
  field: FormField;
  step: Pointer;
  /** The input's path inside the step: `["attributes", "plan"]`, `["items", 0, "price"]`. */
  path: Pointer;
}

/** One input of an action's form, by the control its schema asks for. */
export function FormInput({ field, step, path }: FormInputProps) {
  const pointer = [...step, "input", ...path];
  const binding = useField(pointer);
  if (field.control === "group") return <GroupInput field={field} step={step} path={path} />;
  if (field.control === "keyvalue")
    return <KeyValueRows field={field} step={step} at={["input", ...path]} fallbacks={path} />;
  if (field.control === "list")
    return (
      <ListRows
        field={field}
        step={step}
        path={path}
        renderInput={(inner, at) => <FormInput field={inner} step={step} path={at} />}
      />
    );
  // A choice that holds a template is shown as text, so that it can be read and changed.
  if (field.control === "select" && !hasTemplate(binding.value)) {
    return <ChoiceInput field={field} pointer={pointer} />;
  }
  if (field.control === "recipe" && !hasTemplate(binding.value)) {
    return <RecipeInput field={field} pointer={pointer} />;
  }
  const shared = {
    pointer,
    label: field.title,
    hint: field.description,
    placeholder: field.placeholder,
    required: field.required,
    kind: field.kind,
    // A list keeps the place of a value that is being typed anew.
    removeEmpty: typeof path.at(-1) !== "number",
  };
  const missing = (
    <MissingField step={step} inputPath={inputPath(path)} value={binding.value} kind={field.kind} />
  );
  if (field.choices)
    return (
      <ChoiceField {...shared} step={step} choices={field.choices}>
        {missing}
      </ChoiceField>
    );
  return (
    <TemplateField {...shared} long={field.control === "longtext"}>
      {missing}
    </TemplateField>
  );
}

function GroupInput({ field, step, path }: FormInputProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-md border p-3">
      <legend className="px-1 text-sm font-medium">{field.title}</legend>
      {field.description ? <p className="text-xs text-faint">{field.description}</p> : null}
      {field.fields.map((inner) => (
        <FormInput key={inner.name} field={inner} step={step} path={[...path, inner.name]} />
      ))}
    </fieldset>
  );
}

const BY_TEMPLATE = "{{ }}";
const OPTION_LABELS: Record<string, string> = { true: "Yes", false: "No" };

function ChoiceInput({ field, pointer }: { field: FormField; pointer: Pointer }) {
  const { id, value, set, error, warning } = useField(pointer);
  const choose = (text: string) => {
    if (text === "") return set(undefined);
    set(field.kind === "boolean" && text !== BY_TEMPLATE ? text === "true" : text);
  };
  return (
    <Field
      id={id}
      label={field.title}
      hint={field.description}
      error={error}
      warning={warning}
      remedy={<FieldRepair id={id} />}
      required={field.required}
    >
      {(control) => (
        <Select {...control} value={toText(value)} onChange={(event) => choose(event.target.value)}>
          <option value="">{field.required ? "Choose…" : "Not set"}</option>
          {field.options.map((option) => (
            <option key={option} value={option}>
              {OPTION_LABELS[option] ?? option}
            </option>
          ))}
          <option value={BY_TEMPLATE}>From data…</option>
        </Select>
      )}
    </Field>
  );
}
