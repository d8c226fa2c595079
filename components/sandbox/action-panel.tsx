import { Button } from "~/components/ui/button";
import { Panel, PanelHeader } from "~/components/ui/card";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import {
  SANDBOX_ACTIONS,
  type SandboxActInput,
  type SandboxActionId,
} from "~/server/services/sandbox/schemas";
import type { SandboxCustomerView } from "~/server/services/sandbox/views";
import { whyNot } from "./action-availability";

type Plan = NonNullable<SandboxActInput["plan"]>;

const GROUPS = [...new Set(SANDBOX_ACTIONS.map((action) => action.group))];

const PLANS: { id: Plan; label: string }[] = [
  { id: "starter", label: "Starter, $19 a month" },
  { id: "pro", label: "Pro, $49 a month" },
  { id: "scale", label: "Scale, $199 a month" },
];

interface ActionPanelProps {
  customer: SandboxCustomerView | null;
  plan: Plan;
  onPlan: (plan: Plan) => void;
  /** The button whose answer is awaited. */
  pending: SandboxActionId | null;
  onPress: (action: SandboxActionId) => void;
}

/** The buttons of the Stripe sandbox, in groups. */
export function ActionPanel({ customer, plan, onPlan, pending, onPress }: ActionPanelProps) {
  const whom = customer ? (customer.name ?? customer.email ?? customer.id) : null;
  return (
    <Panel aria-labelledby="sandbox-actions">
      <PanelHeader
        id="sandbox-actions"
        title="Make something happen"
        description={whom ? `For ${whom}, the chosen customer.` : "Start with a new customer."}
      />
      <div className="grid gap-4 p-4">
        {GROUPS.map((group) => (
          <fieldset key={group}>
            <legend className="mb-1.5 text-xs font-medium text-faint">{group}</legend>
            <div className="flex flex-wrap gap-2">
              {SANDBOX_ACTIONS.filter((action) => action.group === group).map(({ id, label }) => (
                <ActionButton
                  key={id}
                  id={id}
                  label={label}
                  obstacle={whyNot(id, customer)}
                  pending={pending}
                  onPress={onPress}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <Field id="sandbox-plan" label="Plan to subscribe or change to" required className="max-w-60">
          {(control) => (
            <Select {...control} value={plan} onChange={(event) => onPlan(event.target.value as Plan)}>
              {PLANS.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </Panel>
  );
}

interface ActionButtonProps {
  id: SandboxActionId;
  label: string;
  obstacle: string | null;
  pending: SandboxActionId | null;
  onPress: (action: SandboxActionId) => void;
}

function ActionButton({ id, label, obstacle, pending, onPress }: ActionButtonProps) {
  return (
    <Button
      size="sm"
      variant={id === "new_customer" ? "primary" : id === "delete_customer" ? "danger" : "secondary"}
      pending={pending === id}
      disabled={obstacle !== null || pending !== null}
      title={obstacle ?? undefined}
      onClick={() => onPress(id)}
    >
      {label}
      {obstacle ? <span className="sr-only">({obstacle})</span> : null}
    </Button>
  );
}
