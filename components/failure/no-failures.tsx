import { Asleep, EmptyTray } from "~/components/illustration/calm";
import { NothingFound } from "~/components/illustration/lost";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import type { FailureFilters } from "./failure-filters";

/** Why the inbox is empty, which is mostly good news. */
export function NoFailures({ path, filters }: { path: string; filters: FailureFilters }) {
  if (filters.status || filters.recipe)
    return (
      <EmptyState
        art={<NothingFound />}
        title="Nothing matches"
        actions={<LinkButton href={path}>Show all</LinkButton>}
      >
        There is no open failure like that.
      </EmptyState>
    );
  if (filters.view === "mine")
    return (
      <EmptyState
        art={<EmptyTray />}
        title="Nothing is assigned to you"
        actions={<LinkButton href={path}>See all open</LinkButton>}
      >
        Others may have some.
      </EmptyState>
    );
  if (filters.view === "snoozed")
    return (
      <EmptyState art={<Asleep />} title="Nothing is snoozed">
        What you snooze waits here until its time.
      </EmptyState>
    );
  return (
    <EmptyState art={<EmptyTray />} title="Nothing failed">
      When a run cannot be completed it comes here, with what happened and what to do. Nothing is lost: you
      can run it again from here.
    </EmptyState>
  );
}
