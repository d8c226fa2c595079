"use client";

import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import type { HttpStep } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { CallingOptions } from "./calling-options";
import { useEditor, useField } from "./editor-context";
import { FallbackSteps } from "./error-policy";
import { HttpBody } from "./http-body";
import { HttpOptions } from "./http-options";
import { KeyValueRows } from "./key-value-rows";
import { MissingField } from "./missing-field";
import { StepAbout } from "./step-about";
import type { StepCardProps } from "./step-card-props";
import { StepFrame } from "./step-frame";
import { StepIcon } from "./step-icon";
import { STEP_ICONS } from "./step-icons";
import { TemplateField } from "./template-field";

const QUERY = { title: "Query", description: "What follows the “?” of the address.", required: false };
const HEADERS = {
  title: "Headers",
  description: "Keep secrets out of here: a connection holds them encrypted.",
  required: false,
};

/** One request to any public address. */
export function HttpCard({ step, list, index, renderSteps }: StepCardProps<HttpStep>) {
  const pointer = [...list, index];
  return (
    <StepFrame
      list={list}
      index={index}
      icon={<StepIcon icon={STEP_ICONS.http} />}
      kind={`HTTP request · ${step.id}`}
      title={step.name ?? "Send a request"}
      summary={step.url ? `${step.method} ${step.url}` : "No address yet"}
      options={
        <>
          <HttpOptions pointer={pointer} />
          <CallingOptions step={pointer} />
        </>
      }
      after={<FallbackSteps step={pointer} policy={step.onError} renderSteps={renderSteps} />}
    >
      <StepAbout kind="http">
        Sends one request to an address of your choice and gives you the answer.
      </StepAbout>
      <div className="grid gap-x-2 gap-y-4 sm:grid-cols-[7.5rem_minmax(0,1fr)]">
        <MethodSelect pointer={[...pointer, "method"]} />
        <TemplateField
          pointer={[...pointer, "url"]}
          label="Address"
          hint="A public address. Addresses inside private networks are refused."
          placeholder="https://api.example.com/orders"
          kind="string"
          removeEmpty={false}
        >
          <MissingField step={pointer} inputPath="url" value={step.url} kind="string" />
        </TemplateField>
      </div>
      <CredentialsSelect pointer={[...pointer, "connection"]} />
      <KeyValueRows field={QUERY} step={pointer} at={["query"]} fallbacks={["query"]} />
      <KeyValueRows field={HEADERS} step={pointer} at={["headers"]} fallbacks={["headers"]} />
      <HttpBody step={step} pointer={pointer} />
    </StepFrame>
  );
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

function MethodSelect({ pointer }: { pointer: Pointer }) {
  const { id, value, set, error } = useField(pointer);
  const chosen = String(value ?? "GET");
  const offered = METHODS.includes(chosen) ? METHODS : [...METHODS, chosen];
  return (
    <Field
      id={id}
      label="Method"
      error={error}
      required
      className="content-start *:first:min-h-6 *:first:items-center"
    >
      {(control) => (
        <Select {...control} value={chosen} onChange={(event) => set(event.target.value)}>
          {offered.map((method) => (
            <option key={method}>{method}</option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function CredentialsSelect({ pointer }: { pointer: Pointer }) {
  const { connections } = useEditor().catalog;
  const { id, value, set, error, warning } = useField(pointer);
  const fitting = connections.filter(({ app }) => (app as string) === "http");
  const chosen = typeof value === "string" ? value : "";
  const isGone = chosen !== "" && !fitting.some((connection) => connection.id === chosen);
  return (
    <Field
      id={id}
      label="Credentials"
      hint="A connection of the kind HTTP. Its secret only goes to the address it was made for."
      error={error}
      warning={warning}
      required
    >
      {(control) => (
        <Select {...control} value={chosen} onChange={(event) => set(event.target.value || null)}>
          <option value="">No credentials</option>
          {isGone ? <option value={chosen}>A connection that is not there any more</option> : null}
          {fitting.map((connection) => (
            <option key={connection.id} value={connection.id}>
              {connection.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
