"use client";

import { ExternalLink } from "lucide-react";
import { actionHref } from "~/components/docs/words";
import { Alert } from "~/components/ui/alert";
import { AppIcon, appOf } from "~/components/ui/app-icon";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import type { ActionStep } from "~/server/recipes/definition";
import { ActionForm } from "./action-form";
import { ConnectionSelect } from "./connection-select";
import { useEditor, useField } from "./editor-context";
import type { Pointer } from "./pointer";
import { StepFrame } from "./step-frame";

interface ActionCardProps {
  step: ActionStep;
  list: Pointer;
  index: number;
}

/** One operation in Stripe or Customer.io: which account, and what to send. */
export function ActionCard({ step, list, index }: ActionCardProps) {
  const { catalog } = useEditor();
  const action = catalog.actions.find((candidate) => candidate.id === step.action);
  const app = action?.app ?? appOf(step.action);
  const pointer = [...list, index];
  const connection = catalog.connections.find((candidate) => candidate.id === step.connection);
  return (
    <StepFrame
      list={list}
      index={index}
      icon={<AppIcon app={app} size={28} />}
      kind={`Do this · ${step.id}`}
      title={step.name ?? action?.title ?? step.action}
      summary={app === "core" ? "In Billhook itself" : (connection?.name ?? "No account chosen")}
      options={<OnErrorSelect pointer={[...pointer, "onError"]} />}
    >
      {action ? (
        <>
          <p className="text-sm text-muted">
            {action.summary}{" "}
            <a
              href={actionHref(action.id)}
              target="_blank"
              rel="noreferrer"
              className="whitespace-nowrap text-accent-ink underline underline-offset-2"
            >
              Docs<span className="sr-only"> (opens in a new tab)</span>
            </a>{" "}
            {app === "core" ? null : <VendorLink href={action.docs} />}
          </p>
          {app === "core" ? null : <ConnectionSelect pointer={[...pointer, "connection"]} app={app} />}
          <ActionForm step={step} pointer={pointer} fields={action.fields} />
        </>
      ) : (
        <Alert tone="warn" title={`There is no action “${step.action}”.`}>
          Remove this step and add the one you mean.
        </Alert>
      )}
    </StepFrame>
  );
}

function VendorLink({ href }: { href: string }) {
  return (
    <>
      ·{" "}
      <a
        href={href}
        target="_blank"
        rel="noreferrer"
        className="whitespace-nowrap text-accent-ink underline underline-offset-2"
      >
        Vendor’s page <ExternalLink aria-hidden className="inline size-3" />
        <span className="sr-only">(opens in a new tab)</span>
      </a>
    </>
  );
}

function OnErrorSelect({ pointer }: { pointer: Pointer }) {
  const { id, value, set } = useField(pointer);
  return (
    <Field id={id} label="If this step fails for good" required>
      {(control) => (
        <Select {...control} value={String(value ?? "fail")} onChange={(event) => set(event.target.value)}>
          <option value="fail">Stop the run and mark it as failed</option>
          <option value="continue">Go on with the next step</option>
        </Select>
      )}
    </Field>
  );
}
