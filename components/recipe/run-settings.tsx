"use client";

import Link from "next/link";
import { Panel } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import type { Definition } from "~/server/recipes/definition";
import { ChoiceSelect } from "./choice-select";
import { useEditor } from "./editor-context";
import { NumberField } from "./number-field";
import { isWithin } from "./problems";
import { RefetchSwitch } from "./refetch-switch";

const ORDERS = {
  none: "No: as many at once as fit",
  per_customer: "Those of one customer, oldest event first",
  per_subscription: "Those of one subscription, oldest event first",
  all: "All of them, one after another",
};

const STALE = {
  skip: "Pass it over: the newer one has been applied",
  run: "Run for it all the same",
};

/** How the recipe's runs stand to each other: turns, late events, how many at once, and the newest state. */
export function RunSettings() {
  const { state, revealed } = useEditor();
  const { settings, trigger } = state.definition;
  const isSought =
    revealed !== null && ["settings", "trigger.config.refetch"].some((path) => isWithin(revealed, path));
  return (
    <Panel aria-label="Order and late events" className="mt-4">
      <Disclosure
        className="px-4 py-3"
        open={isSought}
        summary={
          <>
            <span className="font-medium text-ink">Order and late events:</span> {summaryOf(state.definition)}
          </>
        }
      >
        <div className="flex flex-col gap-4 pt-1">
          <ChoiceSelect
            pointer={["settings", "order"]}
            label="Do runs take turns?"
            hint="Stripe does not keep the order of its events. A run that waits for its turn holds up nobody else."
            options={ORDERS}
            standard="none"
          />
          {(settings.order ?? "none") === "none" && settings.stale === undefined ? null : (
            <ChoiceSelect
              pointer={["settings", "stale"]}
              label="When an event comes after a newer one of the same object"
              options={STALE}
              standard="skip"
            />
          )}
          {trigger.type === "stripe.event" ? <RefetchSwitch /> : null}
          <NumberField
            pointer={["settings", "concurrency"]}
            label="Runs at once, at most"
            hint="Empty: as many as the workspace may have. 1 is strict: never two of them at once."
            most={100}
            standard="no limit of its own"
          />
          <p className="text-xs text-muted">
            <Link href="/docs/order" className="text-accent-ink underline underline-offset-2">
              What this means, with examples
            </Link>
          </p>
        </div>
      </Disclosure>
    </Panel>
  );
}

const SHORT = {
  none: "runs do not take turns",
  per_customer: "one after another for each customer",
  per_subscription: "one after another for each subscription",
  all: "one after another",
};

function summaryOf({ settings, trigger }: Definition): string {
  const { order, stale, concurrency } = settings;
  return [
    SHORT[order ?? "none"],
    ...((order ?? "none") !== "none" && stale === "run" ? ["late events run too"] : []),
    ...(trigger.type === "stripe.event" && trigger.config.refetch === true
      ? ["the object is read again first"]
      : []),
    ...(concurrency === undefined ? [] : [`at most ${concurrency} at once`]),
  ].join(", ");
}
