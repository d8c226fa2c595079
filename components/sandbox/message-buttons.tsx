"use client";

import { Button } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { SANDBOX_METRICS } from "~/server/services/sandbox/schemas";

/** What the person does with a message: Customer.io would report it to the recipes that listen. */
export function MessageButtons({ workspace, messageId }: { workspace: string; messageId: string }) {
  const report = useAction(trpc.sandbox.report.mutate, { success: "Reported", refresh: false });
  return (
    <div className="mt-2 flex flex-wrap items-center gap-1.5">
      <span className="text-xs text-faint">The person:</span>
      {SANDBOX_METRICS.map(({ id, label }) => (
        <Button
          key={id}
          size="sm"
          disabled={report.pending}
          onClick={() => report.run({ workspace, messageId, metric: id })}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
