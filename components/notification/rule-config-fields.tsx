import { spanText } from "~/components/recipe/delay-span";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import type { RuleDraft } from "./rule-draft";

interface FieldsProps {
  draft: RuleDraft;
  /** Field → what is wrong with it. */
  errors: Record<string, string>;
  set: (change: Partial<RuleDraft>) => void;
}

const DIGESTS = ["PT1H", "PT6H", "PT12H", "P1D", "P7D"];
const SPANS = ["PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "P1D"];

/** What a kind of rule needs to know besides whom to tell. */
export function RuleConfigFields({ draft, errors, set }: FieldsProps) {
  const number = (name: "every" | "percent" | "atLeast", label: string, hint?: string) => (
    <Field id={`rule-${name}`} label={label} required hint={hint} error={errors[`config.${name}`]}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={1}
          value={draft[name]}
          onChange={({ target }) => set({ [name]: target.value })}
        />
      )}
    </Field>
  );
  const span = (name: "each" | "within", label: string, usual: readonly string[]) => (
    <Field id={`rule-${name}`} label={label} required error={errors[`config.${name}`]}>
      {(control) => (
        <Select {...control} value={draft[name]} onChange={({ target }) => set({ [name]: target.value })}>
          {(usual.includes(draft[name]) ? usual : [draft[name], ...usual]).map((value) => (
            <option key={value} value={value}>
              {spanText(value)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  switch (draft.kind) {
    case "every_n":
      return number("every", "After every … failed runs");
    case "digest":
      return span("each", "A digest every", DIGESTS);
    case "error_rate":
      return (
        <div className="grid gap-4 sm:grid-cols-3">
          {number("percent", "Percent that fail")}
          {span("within", "Within", SPANS)}
          {number("atLeast", "Of at least … runs")}
        </div>
      );
    default:
      return null;
  }
}
