"use client";

import { Clock, CopyMinus, GitBranch, ListFilter, OctagonX, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { AppIcon } from "~/components/ui/app-icon";
import { Button } from "~/components/ui/button";
import type { Definition, Step } from "~/server/recipes/definition";
import { insertStep } from "./definition-edit";
import { useEditor } from "./editor-context";
import { newAction, newBranch, newDedupe, newDelay, newFilter, newStop } from "./new-step";
import { type Pointer, pointerText } from "./pointer";
import { Popover } from "./popover";
import { type SearchItem, SearchList } from "./search-list";

interface AddStepProps {
  list: Pointer;
  index: number;
  /** Words on the button; without them it is a small plus between two steps. */
  text?: string;
}

/** The "+" between two steps: adds an action, a filter or a branch at this place. */
export function AddStep({ list, index, text }: AddStepProps) {
  const { catalog, dispatch, reveal } = useEditor();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const add = (key: string) => {
    setOpen(false);
    const make = makerOf(key, catalog);
    if (!make) return;
    dispatch({
      type: "changed",
      change: (definition) => insertStep(definition, list, index, make(definition)),
    });
    reveal(pointerText([...list, index]));
  };
  return (
    <div className="relative flex justify-center py-1.5">
      <span aria-hidden className="absolute inset-y-0 left-1/2 w-px bg-line" />
      <Button
        ref={opener}
        size="sm"
        aria-label={text ? undefined : "Add a step here"}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={text ? "relative" : "relative size-6 rounded-full p-0 pointer-coarse:size-8"}
      >
        <Plus aria-hidden />
        {text}
      </Button>
      {open ? (
        <Popover
          label="Add a step"
          opener={opener}
          onClose={() => setOpen(false)}
          className="top-full left-1/2 w-full max-w-md -translate-x-1/2"
        >
          <SearchList
            items={stepItems(catalog)}
            label="What should happen?"
            nothing="Nothing matches."
            onChoose={add}
          />
        </Popover>
      ) : null}
    </div>
  );
}

type Catalog = ReturnType<typeof useEditor>["catalog"];

const APP_GROUPS: Record<string, string> = {
  customerio: "Customer.io",
  stripe: "Stripe",
  core: "Billhook",
};

/** The steps that belong to no app. */
const FLOW = [
  {
    key: "filter",
    label: "Filter",
    detail: "Go on only when a condition holds.",
    Icon: ListFilter,
    make: newFilter,
  },
  {
    key: "branch",
    label: "Branch",
    detail: "Do different things in different cases.",
    Icon: GitBranch,
    make: newBranch,
  },
  {
    key: "delay",
    label: "Wait",
    detail: "Go on after a while, or at a time that the data names.",
    Icon: Clock,
    make: newDelay,
  },
  {
    key: "dedupe",
    label: "Only once",
    detail: "Go on only once for the same customer, or anything else, within a while.",
    Icon: CopyMinus,
    make: newDedupe,
  },
  { key: "stop", label: "Stop", detail: "End the run here.", Icon: OctagonX, make: newStop },
];

function stepItems(catalog: Catalog): SearchItem[] {
  return [
    ...catalog.actions.map((action) => ({
      key: action.id,
      group: APP_GROUPS[action.app] ?? action.app,
      label: action.title,
      detail: action.summary,
      icon: <AppIcon app={action.app} size={24} />,
    })),
    ...FLOW.map(({ key, label, detail, Icon }) => ({
      key,
      group: "Flow",
      label,
      detail,
      icon: <Icon aria-hidden className="size-4 text-muted" />,
    })),
  ];
}

function makerOf(key: string, catalog: Catalog): ((definition: Definition) => Step) | null {
  const flow = FLOW.find((step) => step.key === key);
  if (flow) return flow.make;
  const action = catalog.actions.find((candidate) => candidate.id === key);
  return action ? (definition) => newAction(definition, action, catalog.connections) : null;
}
