"use client";

import { AppIcon } from "~/components/ui/app-icon";
import { Panel } from "~/components/ui/card";
import { ConnectionSelect } from "./connection-select";
import { EventTypePicker } from "./event-type-picker";

/** What starts the recipe: an account and the kinds of events to listen to. */
export function TriggerCard() {
  return (
    <Panel aria-labelledby="trigger-title">
      <div className="flex items-center gap-3 px-4 py-3">
        <AppIcon app="stripe" size={28} />
        <div className="min-w-0">
          <p className="text-2xs font-medium text-faint">When this happens</p>
          <h2 id="trigger-title" className="text-sm font-semibold">
            An event arrives from Stripe
          </h2>
        </div>
      </div>
      <div className="flex flex-col gap-4 border-t p-4">
        <ConnectionSelect pointer={["trigger", "connection"]} app="stripe" />
        <EventTypePicker />
      </div>
    </Panel>
  );
}
