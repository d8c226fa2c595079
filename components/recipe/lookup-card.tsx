"use client";

import { actionHref } from "~/components/docs/words";
import { AppIcon } from "~/components/ui/app-icon";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import type { LookupStep } from "~/server/recipes/definition";
import { type Pointer, withValueAt } from "~/server/recipes/pointer";
import { ActionForm } from "./action-form";
import { APP_GROUPS } from "./app-groups";
import { CallingOptions } from "./calling-options";
import { ConnectionSelect } from "./connection-select";
import { DocsLink } from "./docs-link";
import { useEditor, useField } from "./editor-context";
import { FallbackSteps } from "./error-policy";
import { LookupPaths } from "./lookup-paths";
import { withLookupAction } from "./new-step";
import { StepAbout } from "./step-about";
import type { StepCardProps } from "./step-card-props";
import { StepFrame } from "./step-frame";
import { StepIcon } from "./step-icon";
import { STEP_ICONS } from "./step-icons";

/** Finds something first; the run goes different ways if it is there or not. */
export function LookupCard({ step, list, index, renderSteps }: StepCardProps<LookupStep>) {
  const { catalog } = useEditor();
  const pointer = [...list, index];
  const action = catalog.actions.find(({ id }) => id === step.action);
  const connection = catalog.connections.find(({ id }) => id === step.connection);
  return (
    <StepFrame
      list={list}
      index={index}
      icon={action ? <AppIcon app={action.app} size={28} /> : <StepIcon icon={STEP_ICONS.lookup} />}
      kind={`Look up · ${step.id}`}
      title={step.name ?? action?.title ?? "Find something first"}
      summary={action ? (connection?.name ?? "No account chosen") : "Nothing chosen yet"}
      options={<CallingOptions step={pointer} />}
      after={<FallbackSteps step={pointer} policy={step.onError} renderSteps={renderSteps} />}
    >
      <StepAbout kind="lookup">Finds something first. What is done next depends on what was found.</StepAbout>
      <LookupActionSelect step={step} pointer={pointer} />
      {action ? (
        <>
          <p className="text-sm text-muted">
            {action.summary} <DocsLink href={actionHref(action.id)} text="Docs of this action" />
          </p>
          <ConnectionSelect key={action.app} pointer={[...pointer, "connection"]} app={action.app} />
          <ActionForm key={action.id} step={step} pointer={pointer} fields={action.fields} />
        </>
      ) : null}
      <LookupPaths step={step} pointer={pointer} renderSteps={renderSteps} />
    </StepFrame>
  );
}

function LookupActionSelect({ step, pointer }: { step: LookupStep; pointer: Pointer }) {
  const { catalog, dispatch } = useEditor();
  const { id, error } = useField([...pointer, "action"]);
  const reading = catalog.actions.filter(({ effect }) => effect === "read");
  const apps = [...new Set(reading.map(({ app }) => app))];
  const isKnown = step.action === "" || reading.some((action) => action.id === step.action);
  const choose = (chosen: string) => {
    const action = reading.find((candidate) => candidate.id === chosen);
    if (!action) return;
    dispatch({
      type: "changed",
      change: (definition) =>
        withValueAt(definition, pointer, () => withLookupAction(step, action, catalog.connections)),
    });
  };
  return (
    <Field id={id} label="What to look for" error={error} required>
      {(control) => (
        <Select {...control} value={step.action} onChange={(event) => choose(event.target.value)}>
          <option value="">Choose…</option>
          {isKnown ? null : <option value={step.action}>{step.action}</option>}
          {apps.map((app) => (
            <optgroup key={app} label={APP_GROUPS[app] ?? app}>
              {reading
                .filter((action) => action.app === app)
                .map((action) => (
                  <option key={action.id} value={action.id}>
                    {action.title}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
      )}
    </Field>
  );
}
