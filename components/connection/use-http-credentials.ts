"use client";

import { useState } from "react";
import { type HttpAuthKind, HttpCredentials } from "~/server/connectors/http/credentials";
import { AUTH_FIELDS } from "./http-auth-table";

/** What is typed for a web API's credentials, and, once somebody has tried to send it, what is wrong with it. */
export function useHttpCredentials(start: { origin: string; kind: HttpAuthKind }) {
  const [origin, setOrigin] = useState(start.origin);
  const [kind, setKind] = useState(start.kind);
  const [values, setValues] = useState<Record<string, string>>({});
  const [submitted, setSubmitted] = useState(false);
  const filled = AUTH_FIELDS[kind]
    .map(({ key, optional }) => [key, values[key] ?? "", optional] as const)
    .filter(([, value, optional]) => value !== "" || !optional);
  const auth = { kind, ...Object.fromEntries(filled) };
  const parsed = HttpCredentials.safeParse({ origin, auth });
  const issues = submitted ? (parsed.error?.issues ?? []) : [];
  const typed = (field: string) => (field === "origin" ? origin : (values[field] ?? ""));

  /** The first thing that is wrong with a field, as a sentence. */
  function errorOf(field: string): string | undefined {
    const message = issues.find(({ path }) => path.at(-1) === field)?.message;
    if (!message) return undefined;
    if (typed(field) === "") return "Fill this in.";
    return message.charAt(0).toUpperCase() + message.slice(1);
  }
  return {
    origin,
    setOrigin,
    kind,
    setKind,
    values,
    setValue: (field: string, value: string) => setValues((all) => ({ ...all, [field]: value })),
    errorOf,
    /** The credentials, or null when something has to be mended first. */
    submit(): HttpCredentials | null {
      setSubmitted(true);
      return parsed.data ?? null;
    },
    clear() {
      setValues({});
      setSubmitted(false);
    },
  };
}

export type HttpCredentialsState = ReturnType<typeof useHttpCredentials>;

/** The server's message without the name that the field has in the public API. */
export function spoken(message: string): string {
  return message.replace(/^credentials\.[\w.]+: /, "");
}
