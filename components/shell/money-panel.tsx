import { Panel, PanelHeader } from "~/components/ui/card";
import { money } from "~/server/recipes/filters/money";
import type { MoneySum } from "~/server/services/overview/schemas";
import { comparedText } from "./compared";

/** What the handled events were about, in each currency. */
export function MoneyPanel({ sums }: { sums: readonly MoneySum[] }) {
  const shown = sums.filter(({ payments }) => payments > 0);
  return (
    <Panel aria-labelledby="money-touched">
      <PanelHeader
        id="money-touched"
        title="Money touched"
        description="Amounts of events that started a run; the same payment counts once"
      />
      {shown.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">No handled event had an amount in this time.</p>
      ) : (
        <dl className="divide-y">
          {shown.map(({ currency, amount, payments, before }) => (
            <div key={currency} className="flex items-baseline justify-between gap-3 px-4 py-2">
              <dt className="text-xs text-faint">
                <span className="text-sm font-medium text-ink uppercase">{currency}</span>{" "}
                {payments === 1 ? "1 amount" : `${payments.toLocaleString("en")} amounts`}
              </dt>
              <dd className="text-right">
                <span className="block text-sm font-semibold tabular-nums">{money(amount, currency)}</span>
                <span className="block text-2xs text-faint">{comparedText(amount, before)}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
