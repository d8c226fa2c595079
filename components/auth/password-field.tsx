"use client";

import { useState } from "react";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";

interface PasswordFieldProps {
  autoComplete: "current-password" | "new-password";
  hint?: string;
  error?: string | undefined;
}

/** A password that can be looked at before it is sent. */
export function PasswordField({ autoComplete, hint, error }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const toggle = (
    <button
      type="button"
      aria-pressed={shown}
      aria-label="Show the password"
      onClick={() => setShown(!shown)}
      className="rounded-sm text-xs text-muted underline-offset-2 hover:underline"
    >
      {shown ? "Hide" : "Show"}
    </button>
  );
  return (
    <Field id="password" label="Password" required hint={hint} error={error} aside={toggle}>
      {(control) => (
        <Input
          {...control}
          name="password"
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
    </Field>
  );
}
