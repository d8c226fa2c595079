import { actionHref, eventHref, stepHref, triggerHref } from "~/components/docs/words";
import { STEP_KINDS } from "~/components/recipe/step-kinds";
import type { AppName } from "~/components/ui/app-icon";
import { appOf } from "~/components/ui/app-icon";
import type { Hit } from "~/server/services/search/schemas";

const GROUP: Record<Hit["kind"], string> = {
  recipe: "Recipes",
  run: "Runs",
  connection: "Connections",
  event: "Events",
  template: "Templates",
  action: "Docs",
  trigger: "Docs",
  step: "Docs",
  eventType: "Docs",
};

export const groupOf = ({ kind }: Hit): string => GROUP[kind];

/** Where a hit is shown. */
export function hrefOf(workspace: string, { kind, id }: Hit): string {
  const base = `/w/${workspace}`;
  const places: Record<Hit["kind"], string> = {
    recipe: `${base}/recipes/${id}`,
    run: `${base}/runs/${id}`,
    connection: `${base}/connections/${id}`,
    event: `${base}/events/${id}`,
    template: `/templates/${id}`,
    action: actionHref(id),
    trigger: triggerHref(id),
    step: stepHref(id),
    eventType: eventHref(id),
  };
  return places[kind];
}

/** A kind of step is called in the docs as in the editor. */
export function titleOf({ kind, title }: Hit): string {
  if (kind !== "step") return title;
  return Object.entries(STEP_KINDS).find(([step]) => step === title)?.[1] ?? title;
}

/** The app whose docs it is from; null for what is the workspace's own. */
export function appOfHit({ kind, id }: Hit): AppName | null {
  if (kind === "eventType") return "stripe";
  return kind === "action" || kind === "trigger" ? appOf(id) : null;
}
