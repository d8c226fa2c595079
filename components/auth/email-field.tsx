import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";

export function EmailField({ error }: { error?: string | undefined }) {
  return (
    <Field id="email" label="E-mail" required error={error}>
      {(control) => (
        <Input {...control} name="email" type="email" autoComplete="email" placeholder="you@company.com" />
      )}
    </Field>
  );
}
