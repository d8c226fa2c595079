"use client";

import { useState } from "react";
import { Panel, PanelHeader } from "~/components/ui/card";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { SandboxActInput, SandboxActionId } from "~/server/services/sandbox/schemas";
import type { StripeSandboxView } from "~/server/services/sandbox/views";
import { ActionPanel } from "./action-panel";
import { CustomerTable } from "./customer-table";

type Plan = NonNullable<SandboxActInput["plan"]>;

/** The simulated Stripe account: buttons, and the customers they act on. */
export function StripeConsole({ workspace, state }: { workspace: string; state: StripeSandboxView }) {
  const [chosenId, choose] = useState<string | null>(null);
  const [plan, setPlan] = useState<Plan>("pro");
  const [pressed, setPressed] = useState<SandboxActionId | null>(null);
  const customer = state.customers.find((one) => one.id === chosenId) ?? state.customers[0] ?? null;
  const act = useAction(trpc.sandbox.act.mutate, {
    success: (result) =>
      `${result.message} ${result.events.length} ${result.events.length === 1 ? "event" : "events"} sent.`,
    onSuccess: (result) => choose(result.customerId),
  });
  async function press(action: SandboxActionId) {
    setPressed(action);
    await act.run({ workspace, action, plan, ...(customer ? { customerId: customer.id } : {}) });
    setPressed(null);
  }
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <ActionPanel customer={customer} plan={plan} onPlan={setPlan} pending={pressed} onPress={press} />
      <Panel aria-labelledby="sandbox-customers">
        <PanelHeader
          id="sandbox-customers"
          title="Customers"
          description="The buttons act on the chosen one."
        />
        <CustomerTable customers={state.customers} chosen={customer?.id ?? null} onChoose={choose} />
      </Panel>
    </div>
  );
}
