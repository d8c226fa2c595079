"use client";

import { Disclosure } from "~/components/ui/disclosure";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { ChoiceField } from "./choice-field";
import { ChosenList } from "./chosen-list";
import type { CatalogTrigger } from "./editor-catalog";
import { useEditor, useField } from "./editor-context";
import { EventTypePicker } from "./event-type-picker";
import type { FormField } from "./form-fields";
import { KeyValueRows } from "./key-value-rows";
import { PlainField } from "./plain-field";
import { isWithin } from "./problems";
import { ScheduleForm } from "./schedule-form";
import { TemplateField } from "./template-field";
import { hasTemplate, toText } from "./value-text";

const TRIGGER = ["trigger"] as const;

/** The form of what starts the recipe; fields that make no sense with the rest are left out. */
export function TriggerForm({ trigger }: { trigger: CatalogTrigger }) {
  const { state, revealed } = useEditor();
  const { config } = state.definition.trigger;
  // Whether the object is read again stands with the recipe's other settings of late events.
  const isShown = ({ name }: FormField) => name !== "refetch" && isNeeded(name, config.auth);
  // The rest of the form shows it only where it must be filled in.
  const fields = trigger.fields
    .filter(isShown)
    .map((field) => (field.name === "header" ? { ...field, required: true } : field));
  const more = fields.filter((field) => field.more);
  const isSought = more.some(({ name }) => revealed && isWithin(revealed, `trigger.config.${name}`));
  if (trigger.id === "schedule")
    return <ScheduleForm more={more.map((field) => <TriggerField key={field.name} field={field} />)} />;
  return (
    <div className="flex flex-col gap-4 empty:hidden">
      {fields
        .filter((field) => !field.more)
        .map((field) => (
          <TriggerField key={field.name} field={field} />
        ))}
      {more.length > 0 ? (
        <Disclosure summary={`More fields (${more.length})`} open={isSought}>
          <div className="flex flex-col gap-4 pt-1">
            {more.map((field) => (
              <TriggerField key={field.name} field={field} />
            ))}
          </div>
        </Disclosure>
      ) : null}
    </div>
  );
}

/** Of a webhook: which header, and how it was hashed, only matters for some ways to prove who calls. */
function isNeeded(name: string, auth: unknown): boolean {
  if (name === "header" || name === "prefix") return auth === "header" || auth === "hmac";
  return name === "algorithm" || name === "encoding" ? auth === "hmac" : true;
}

function TriggerField({ field }: { field: FormField }) {
  const { catalog } = useEditor();
  const pointer = [...TRIGGER, "config", field.name];
  if (field.name === "events") return <EventTypePicker />;
  if (field.name === "recipes") {
    const items = catalog.recipes.map(({ id, name }) => ({ key: id, group: "Recipes", label: name }));
    return (
      <ChosenList
        pointer={pointer}
        legend={field.title}
        hint={field.description}
        items={items}
        search="Search recipes"
        add={{ first: "Choose recipes", more: "Add another recipe" }}
      />
    );
  }
  if (field.control === "keyvalue")
    return <KeyValueRows field={field} step={TRIGGER} at={["config", field.name]} fallbacks={null} />;
  if (field.control === "select") return <TriggerSelect field={field} />;
  const shared = {
    pointer,
    label: field.title,
    hint: field.description,
    placeholder: field.placeholder,
    required: field.required,
    kind: field.kind,
  };
  if (field.choices) return <ChoiceField {...shared} step={TRIGGER} choices={field.choices} />;
  return hasTemplate(field.placeholder) ? <TemplateField {...shared} /> : <PlainField {...shared} />;
}

const LABELS: Record<string, string> = {
  none: "Anybody who knows the address",
  header: "Whoever sends a secret in a header",
  hmac: "Whoever signs the body (HMAC)",
  stripe: "Whoever signs as Stripe does",
  skip: "Skip them",
  once: "Once",
  all: "Make up for each",
};

function TriggerSelect({ field }: { field: FormField }) {
  const { id, value, set, error } = useField([...TRIGGER, "config", field.name]);
  const label = (option: string) => LABELS[option] ?? option.charAt(0).toUpperCase() + option.slice(1);
  const isExplained = Object.keys(LABELS).includes(field.options[0] ?? "") && field.name === "auth";
  return (
    <Field
      id={id}
      label={field.title}
      hint={isExplained ? null : field.description}
      error={error}
      required={field.required}
    >
      {(control) => (
        <Select {...control} value={toText(value)} onChange={(event) => set(event.target.value || undefined)}>
          <option value="">{field.required ? "Choose…" : "Not set"}</option>
          {field.options.map((option) => (
            <option key={option} value={option}>
              {label(option)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
