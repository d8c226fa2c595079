import { CircleCheck } from "lucide-react";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import type { FailureFilters } from "./failure-filters";

/** Why the inbox is empty, which is mostly good news. */
export function NoFailures({ path, filters }: { path: string; filters: FailureFilters }) {
  if (filters.status || filters.recipe)
    return (
      <EmptyState title="Nothing matches" actions={<LinkButton href={path}>Show all</LinkButton>}>
        There is no open failure like that.
      </EmptyState>
    );
  if (filters.view === "mine")
    return (
      <EmptyState title="Nothing is assigned to you">Others may have some; look under “Open”.</EmptyState>
    );
  if (filters.view === "snoozed")
    return <EmptyState title="Nothing is snoozed">What you snooze waits here until its time.</EmptyState>;
  return (
    <EmptyState icon={CircleCheck} title="Nothing failed">
      When a run cannot be completed it comes here, with what happened and what to do. Nothing is lost: you
      can run it again from here.
    </EmptyState>
  );
}
