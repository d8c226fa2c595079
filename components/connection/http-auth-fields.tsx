"use client";

import type { ActionError } from "~/components/ui/action-error";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import type { HttpAuthKind } from "~/server/connectors/http/credentials";
import { fieldError } from "./field-error";
import { AUTH_CHOICES, AUTH_FIELDS } from "./http-auth-table";
import { SecretInput } from "./secret-input";
import type { HttpCredentialsState } from "./use-http-credentials";

interface HttpAuthFieldsProps {
  id: string;
  state: HttpCredentialsState;
  /** What the server said of them. */
  error: ActionError | null;
}

/** The origin, the kind of authentication, and what that kind asks for. `id` begins the controls' ids. */
export function HttpAuthFields({ id, state, error }: HttpAuthFieldsProps) {
  return (
    <>
      <Field
        id={`${id}-origin`}
        label="Origin of the API"
        required
        hint="Scheme and host, without a path. The secret is sent to this address and to no other."
        error={state.errorOf("origin") ?? fieldError(error, "origin")}
      >
        {(control) => (
          <Input
            {...control}
            mono
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://api.example.com"
            value={state.origin}
            onChange={(event) => state.setOrigin(event.target.value)}
          />
        )}
      </Field>
      <Field id={`${id}-kind`} label="Authentication" required>
        {(control) => (
          <Select
            {...control}
            value={state.kind}
            onChange={(event) => state.setKind(event.target.value as HttpAuthKind)}
          >
            {Object.entries(AUTH_CHOICES).map(([kind, label]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {AUTH_FIELDS[state.kind].map(({ key, label, hint, placeholder, secret, optional }) => (
        <Field
          key={key}
          id={`${id}-${key}`}
          label={label}
          hint={hint}
          required={!optional && key !== "password"}
          error={state.errorOf(key) ?? fieldError(error, `auth.${key}`)}
        >
          {(control) => {
            const bound = {
              ...control,
              placeholder,
              value: state.values[key] ?? "",
              onChange: (event: { target: { value: string } }) => state.setValue(key, event.target.value),
            };
            return secret ? (
              <SecretInput {...bound} />
            ) : (
              <Input {...bound} mono autoComplete="off" spellCheck={false} />
            );
          }}
        </Field>
      ))}
    </>
  );
}
