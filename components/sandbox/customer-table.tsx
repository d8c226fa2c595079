import { Badge, type Tone } from "~/components/ui/badge";
import { cn } from "~/components/ui/cn";
import { EmptyState } from "~/components/ui/empty-state";
import { Table, Td, THead, Th, Tr } from "~/components/ui/table";
import { TimeAgo } from "~/components/ui/time";
import type { SandboxCustomerView } from "~/server/services/sandbox/views";
import { formatMoney } from "./format-money";

const TONES: Record<string, Tone> = {
  active: "ok",
  trialing: "info",
  past_due: "danger",
  canceled: "neutral",
};

function words(status: string): string {
  return status.replaceAll("_", " ");
}

interface CustomerTableProps {
  customers: SandboxCustomerView[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** The simulated customers; one is chosen with a radio button. */
export function CustomerTable({ customers, chosen, onChoose }: CustomerTableProps) {
  if (customers.length === 0) {
    return (
      <EmptyState title="No customers yet">
        Press “New customer”. The event reaches your recipes within a second.
      </EmptyState>
    );
  }
  return (
    <Table label="Sandbox customers" aria-label="Sandbox customers">
      <THead>
        <tr>
          <Th>Customer</Th>
          <Th>Subscription</Th>
          <Th className="max-sm:hidden">Since</Th>
        </tr>
      </THead>
      <tbody>
        {customers.map((customer) => (
          <CustomerRow
            key={customer.id}
            customer={customer}
            isChosen={customer.id === chosen}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </Table>
  );
}

interface CustomerRowProps {
  customer: SandboxCustomerView;
  isChosen: boolean;
  onChoose: (id: string) => void;
}

function CustomerRow({ customer, isChosen, onChoose }: CustomerRowProps) {
  return (
    <Tr className={cn("hover:bg-hover/60", isChosen && "bg-accent-soft/50")}>
      <Td className="max-w-64">
        <label className="flex cursor-pointer items-center gap-2.5 after:absolute after:inset-0">
          <input
            type="radio"
            name="sandbox-customer"
            checked={isChosen}
            onChange={() => onChoose(customer.id)}
            className="size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0">
            <span className="block truncate font-medium">
              {customer.name ?? customer.email ?? customer.id}
            </span>
            <span className="block truncate text-xs text-faint">{customer.email ?? "no e-mail address"}</span>
          </span>
        </label>
      </Td>
      <Td>
        <SubscriptionCell customer={customer} />
      </Td>
      <Td className="whitespace-nowrap text-muted max-sm:hidden">
        <TimeAgo iso={customer.createdAt} />
      </Td>
    </Tr>
  );
}

function SubscriptionCell({ customer: { subscription, openInvoice } }: { customer: SandboxCustomerView }) {
  if (!subscription) return <span className="text-faint">none</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <Badge tone={TONES[subscription.status] ?? "neutral"}>{words(subscription.status)}</Badge>
      <span className="whitespace-nowrap text-muted">
        {subscription.plan} {formatMoney(subscription.amount, subscription.currency)}
      </span>
      {subscription.cancelsAtPeriodEnd && subscription.status !== "canceled" ? (
        <Badge tone="warn">ends with period</Badge>
      ) : null}
      {openInvoice ? (
        <Badge tone="danger">{formatMoney(openInvoice.amount, openInvoice.currency)} unpaid</Badge>
      ) : null}
    </span>
  );
}
