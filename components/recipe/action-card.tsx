"use client";

import { actionHref } from "~/components/docs/words";
import { Alert } from "~/components/ui/alert";
import { AppIcon, appOf } from "~/components/ui/app-icon";
import type { ActionStep } from "~/server/recipes/definition";
import { ActionForm } from "./action-form";
import { CallingOptions } from "./calling-options";
import { ConnectionSelect } from "./connection-select";
import { DocsLink } from "./docs-link";
import { useEditor } from "./editor-context";
import { FallbackSteps } from "./error-policy";
import type { StepCardProps } from "./step-card-props";
import { StepFrame } from "./step-frame";

/** One operation in Stripe or Customer.io: which account, and what to send. */
export function ActionCard({ step, list, index, renderSteps }: StepCardProps<ActionStep>) {
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
      options={<CallingOptions step={pointer} />}
      after={<FallbackSteps step={pointer} policy={step.onError} renderSteps={renderSteps} />}
    >
      {action ? (
        <>
          <p className="text-sm text-muted">
            {action.summary} <DocsLink href={actionHref(action.id)} />
            {app === "core" ? null : (
              <>
                {" "}
                · <DocsLink href={action.docs} text="Vendor’s page" outside />
              </>
            )}
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
