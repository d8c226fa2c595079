import { Alert } from "~/components/ui/alert";
import { Panel, PanelHeader } from "~/components/ui/card";
import { FactList } from "~/components/ui/fact-list";
import { LinkButton } from "~/components/ui/link-button";
import { TimeAgo } from "~/components/ui/time";
import type { FailureView } from "~/server/services/failure/schemas";
import { customersText, personText, placeOf, runsText } from "./failure-words";

/** What happened, what to do, and how much it is about. */
export function FailureSummary({ failure, workspace }: { failure: FailureView; workspace: string }) {
  const { error, status, recipeId, count, firstAt, lastAt, assignee, snoozedUntil } = failure;
  const isUnknown = status === "outcome_unknown";
  const facts = [
    { label: "Step", value: placeOf(failure) },
    { label: "Runs", value: runsText(count) },
    { label: "Customers", value: customersText(failure) },
    { label: "First", value: <TimeAgo iso={firstAt} /> },
    { label: "Last", value: <TimeAgo iso={lastAt} /> },
    { label: "Answer", value: error.status },
    { label: "Assigned to", value: assignee && personText(assignee) },
    { label: "Snoozed", value: snoozedUntil && <TimeAgo iso={snoozedUntil} /> },
  ];
  return (
    <Panel>
      <PanelHeader
        title="What happened"
        actions={
          <LinkButton size="sm" href={`/w/${workspace}/recipes/${recipeId}`}>
            Open the recipe
          </LinkButton>
        }
      />
      <div className="flex flex-col gap-3 px-4 py-3">
        <Alert tone={isUnknown ? "warn" : "danger"} title={error.message}>
          {isUnknown
            ? "We do not know whether it was done, so Billhook does not do it again by itself: nobody gets the same message twice."
            : null}
        </Alert>
        <div>
          <h3 className="text-sm font-semibold">What to do</h3>
          <p className="text-sm text-muted">
            {error.remedy ??
              "Look at the request and the answer below, mend the recipe, and run these again."}
          </p>
        </div>
      </div>
      <div className="border-t">
        <FactList facts={facts} />
      </div>
    </Panel>
  );
}
