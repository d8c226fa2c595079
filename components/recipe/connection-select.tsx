"use client";

import Link from "next/link";
import { useEffect } from "react";
import type { AppName } from "~/components/ui/app-icon";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import type { Pointer } from "~/server/recipes/pointer";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { useEditor, useField } from "./editor-context";
import { FieldRepair } from "./repair-button";

const APP_NAMES: Record<AppName, string> = {
  stripe: "Stripe",
  customerio: "Customer.io",
  http: "web API",
  core: "Billhook",
};

/** Which account of the app to use; only accounts of the right app are offered. */
export function ConnectionSelect({ pointer, app }: { pointer: Pointer; app: AppName }) {
  const { catalog, workspace } = useEditor();
  const { id, value, set, error, warning } = useField(pointer);
  const fitting = catalog.connections.filter((connection) => connection.app === app);
  const chosen = fitting.find((connection) => connection.id === value);
  const [only] = fitting;
  const isObvious = fitting.length === 1 && !value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once, when there is nothing to choose between.
  useEffect(() => {
    if (isObvious && only) set(only.id);
  }, [isObvious]);

  if (fitting.length === 0) {
    return (
      <p id={id} tabIndex={-1} className="text-sm text-muted">
        There is no {APP_NAMES[app]} account in this workspace yet.{" "}
        <Link href={`/w/${workspace}/connections`} className="font-medium text-accent-ink underline">
          Connect one or open a sandbox account
        </Link>
        .
      </p>
    );
  }
  return (
    <Field
      id={id}
      label={`${APP_NAMES[app]} account`}
      error={error}
      warning={warning}
      remedy={<FieldRepair id={id} />}
      required
    >
      {(control) => (
        <Select {...control} value={chosen?.id ?? ""} onChange={(event) => set(event.target.value || null)}>
          <option value="">Choose an account…</option>
          {fitting.map((connection) => (
            <option key={connection.id} value={connection.id}>
              {connectionLabel(connection)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function connectionLabel(connection: ConnectionView): string {
  const notes = [
    connection.sandbox ? "sandbox" : connection.mode,
    connection.region?.toUpperCase(),
    connection.status === "failing" ? "failing" : null,
  ].filter(Boolean);
  return notes.length > 0 ? `${connection.name} (${notes.join(", ")})` : connection.name;
}
