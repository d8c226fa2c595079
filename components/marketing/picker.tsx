"use client";

import { clsx } from "clsx";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { AppIcon, type AppName } from "~/components/ui/app-icon";
import { buttonClasses } from "~/components/ui/button-classes";
import { Combobox } from "./combobox";
import type { Option } from "./combobox-match";
import { pairQuery } from "./pair-links";

type App = Extract<AppName, "stripe" | "customerio">;

interface PickerProps {
  from: App;
  event: string;
  action: string;
  events: readonly Option[];
  actions: readonly Option[];
}

const NAMES = { stripe: "Stripe", customerio: "Customer.io" } as const;

/** "When this happens in Stripe… do this in Customer.io…", or the other way round. The choice lives in the address. */
export function Picker({ from, event, action, events, actions }: PickerProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const to = from === "stripe" ? "customerio" : "stripe";
  const go = (next: { event?: string; action?: string }) =>
    startTransition(() => router.replace(`/?${pairQuery({ event, action, ...next })}`, { scroll: false }));
  return (
    <form action="/" aria-busy={pending}>
      <nav aria-label="Direction" className="flex gap-1 border-b px-3 py-2 sm:px-4">
        <Direction from="stripe" to="customerio" current={from} />
        <Direction from="customerio" to="stripe" current={from} />
      </nav>
      <div className="grid items-end gap-x-3 gap-y-4 p-4 sm:p-5 md:grid-cols-[1fr_auto_1fr_auto]">
        <Side app={from} id="pick-event" label={`When this happens in ${NAMES[from]}…`}>
          <Combobox
            key={from}
            id="pick-event"
            name="event"
            value={event}
            options={events}
            onChoose={(id) => go({ event: id })}
          />
        </Side>
        <ArrowRight aria-hidden className="mb-2.5 size-5 text-faint max-md:hidden" />
        <Side app={to} id="pick-action" label={`do this in ${NAMES[to]}…`}>
          <Combobox
            key={from}
            id="pick-action"
            name="action"
            value={action}
            options={actions}
            onChoose={(id) => go({ action: id })}
          />
        </Side>
        <Link
          prefetch={false}
          href={`/start?${pairQuery({ event, action })}`}
          className={`${buttonClasses("primary")} min-h-10 md:px-5`}
        >
          Use this
        </Link>
        <noscript>
          <button type="submit" className={buttonClasses("secondary")}>
            Show the example
          </button>
        </noscript>
      </div>
    </form>
  );
}

function Direction({ from, to, current }: { from: App; to: App; current: App }) {
  return (
    <Link
      href={from === "stripe" ? "/" : "/?event=customerio.segment.entered"}
      scroll={false}
      prefetch={false}
      aria-current={from === current ? "true" : undefined}
      className={clsx(
        "rounded-md px-2 py-1 text-xs font-medium transition-colors pointer-coarse:py-2",
        from === current ? "bg-sunken text-ink" : "text-faint hover:text-ink",
      )}
    >
      {NAMES[from]} → {NAMES[to]}
    </Link>
  );
}

function Side({ app, id, label, children }: { app: App; id: string; label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-2 flex items-center gap-2 text-sm font-medium">
        <AppIcon app={app} size={24} />
        {label}
      </label>
      {children}
    </div>
  );
}
