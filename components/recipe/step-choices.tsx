import { AppIcon } from "~/components/ui/app-icon";
import type { Definition, Step } from "~/server/recipes/definition";
import { APP_GROUPS } from "./app-groups";
import type { EditorCatalog } from "./editor-catalog";
import {
  newAction,
  newBranch,
  newCode,
  newDedupe,
  newDelay,
  newFilter,
  newHttp,
  newLookup,
  newLoop,
  newNotify,
  newStop,
} from "./new-step";
import type { SearchItem } from "./search-list";
import { STEP_ICONS } from "./step-icons";
import { STEP_KINDS } from "./step-kinds";

interface OwnStep {
  kind: Step["kind"];
  group: "Flow" | "Anything else";
  detail: string;
  make: (definition: Definition, catalog: EditorCatalog) => Step;
}

/** The steps that belong to no app. */
const OWN_STEPS: readonly OwnStep[] = [
  { kind: "filter", group: "Flow", detail: "Go on only when a condition holds.", make: newFilter },
  { kind: "branch", group: "Flow", detail: "Do different things in different cases.", make: newBranch },
  {
    kind: "lookup",
    group: "Flow",
    detail: "Find something first; go different ways if it is there or not.",
    make: newLookup,
  },
  { kind: "loop", group: "Flow", detail: "Do steps for each item of a list.", make: newLoop },
  {
    kind: "delay",
    group: "Flow",
    detail: "Go on after a while, or at a time that the data names.",
    make: newDelay,
  },
  {
    kind: "dedupe",
    group: "Flow",
    detail: "Go on only once for the same customer, or anything else, within a while.",
    make: newDedupe,
  },
  { kind: "stop", group: "Flow", detail: "End the run here.", make: newStop },
  {
    kind: "notify",
    group: "Anything else",
    detail: "Send your own people a message: e-mail, Slack or a web address.",
    make: (definition, { channels }) => newNotify(definition, channels),
  },
  {
    kind: "http",
    group: "Anything else",
    detail: "Send a request to any public address and use its answer.",
    make: newHttp,
  },
  {
    kind: "code",
    group: "Anything else",
    detail: "Work on the data with a few lines of JavaScript.",
    make: newCode,
  },
];

/** Everything that can be added, for a search list. */
export function stepItems(catalog: EditorCatalog): SearchItem[] {
  return [
    ...catalog.actions.map((action) => ({
      key: action.id,
      group: APP_GROUPS[action.app] ?? action.app,
      label: action.title,
      detail: action.summary,
      icon: <AppIcon app={action.app} size={24} />,
    })),
    ...OWN_STEPS.map(({ kind, group, detail }) => ({
      key: kind,
      group,
      label: STEP_KINDS[kind],
      detail,
      icon: <OwnIcon kind={kind} />,
    })),
  ];
}

function OwnIcon({ kind }: { kind: Step["kind"] }) {
  const Icon = STEP_ICONS[kind];
  return <Icon aria-hidden className="size-4 shrink-0 text-muted" />;
}

/** What makes the chosen step; null for a key that nobody offered. */
export function makerOf(key: string, catalog: EditorCatalog): ((definition: Definition) => Step) | null {
  const own = OWN_STEPS.find(({ kind }) => kind === key);
  if (own) return (definition) => own.make(definition, catalog);
  const action = catalog.actions.find((candidate) => candidate.id === key);
  return action ? (definition) => newAction(definition, action, catalog.connections) : null;
}
