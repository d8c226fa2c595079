"use client";

import { useRef, useState } from "react";
import { AppIcon, type AppName } from "~/components/ui/app-icon";
import { Button } from "~/components/ui/button";
import { Panel } from "~/components/ui/card";
import { triggerApp } from "~/server/recipes/trigger";
import type { TriggerId } from "~/server/recipes/trigger-schema";
import { useMaybeCanvas } from "./canvas/canvas-context";
import { ConnectionSelect } from "./connection-select";
import { withTrigger } from "./definition-edit";
import { useEditor } from "./editor-context";
import { HookPanel } from "./hook-panel";
import { LookStatus } from "./look-status";
import { Popover } from "./popover";
import { RunNow } from "./run-now";
import { SearchList } from "./search-list";
import { TriggerForm } from "./trigger-form";

const APPS: Record<AppName, string> = {
  stripe: "Stripe",
  customerio: "Customer.io",
  http: "Web API",
  core: "Anything else",
};

/** What starts the recipe: which kind of thing, of which account, and the details. */
export function TriggerCard({ recipeId }: { recipeId: string }) {
  const { catalog, state } = useEditor();
  const { type } = state.definition.trigger;
  const trigger = catalog.triggers.find(({ id }) => id === type);
  const app = triggerApp(type);
  const isPanel = useMaybeCanvas() !== null;
  return (
    <Panel
      aria-labelledby="trigger-title"
      className={isPanel ? "-mx-4 -my-4 rounded-none border-0 bg-transparent shadow-none" : undefined}
    >
      <div className="relative flex items-center gap-3 px-4 py-3">
        <AppIcon app={app ?? "core"} size={28} />
        <div className="min-w-0 flex-1">
          <p className="text-2xs font-medium text-faint">When this happens</p>
          <h2 id="trigger-title" className="text-sm font-semibold">
            {trigger?.title ?? type}
          </h2>
        </div>
        <TriggerChooser />
      </div>
      <div className="flex flex-col gap-4 border-t p-4">
        {trigger ? <p className="text-sm text-muted">{trigger.summary}</p> : null}
        {app ? (
          <ConnectionSelect key={`account ${type}`} pointer={["trigger", "connection"]} app={app} />
        ) : null}
        {type === "webhook" ? <HookPanel recipeId={recipeId} /> : null}
        {trigger ? <TriggerForm key={`form ${type}`} trigger={trigger} /> : null}
        {type === "manual" || type === "recipe.call" ? <RunNow recipeId={recipeId} /> : null}
        <LookStatus />
      </div>
    </Panel>
  );
}

function TriggerChooser() {
  const { catalog, state, dispatch } = useEditor();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const current = state.definition.trigger.type;
  const items = catalog.triggers.map(({ id, app, title, summary }) => ({
    key: id,
    group: APPS[app],
    label: title,
    detail: summary,
    icon: <AppIcon app={app} />,
    selected: id === current,
  }));
  function choose(key: string) {
    setOpen(false);
    opener.current?.focus();
    if (key === current) return;
    dispatch({
      type: "removed",
      what: "trigger's settings",
      change: (definition) => withTrigger(definition, key as TriggerId),
    });
  }
  return (
    <>
      <Button
        ref={opener}
        size="sm"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label="Change what starts the recipe"
        onClick={() => setOpen(!open)}
      >
        Change
      </Button>
      {open ? (
        <Popover
          label="What starts the recipe"
          opener={opener}
          onClose={() => setOpen(false)}
          className="inset-x-2 top-full -mt-1"
        >
          <SearchList
            items={items}
            label={`Search ${items.length} triggers`}
            nothing="No trigger matches."
            onChoose={choose}
          />
        </Popover>
      ) : null}
    </>
  );
}
