"use client";

import { ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { AppIcon, type AppName } from "~/components/ui/app-icon";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { Select } from "~/components/ui/select";
import { STARTER_ACTIONS, STARTER_EVENTS } from "./starter";

interface PickerProps {
  event: string;
  action: string;
  /** Every event type, grouped. */
  groups: { group: string; events: { type: string; title: string }[] }[];
}

/** "When this happens in Stripe… do this in Customer.io…": two selects that live in the address. */
export function Picker({ event, action, groups }: PickerProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = (next: { event?: string; action?: string }) =>
    startTransition(() =>
      router.replace(`/?${new URLSearchParams({ event, action, ...next })}`, { scroll: false }),
    );
  const known = groups.flatMap(({ events }) => events);
  const popular = STARTER_EVENTS.flatMap((type) => known.filter((one) => one.type === type));
  return (
    <form
      action="/"
      className="grid items-end gap-3 p-4 sm:p-5 md:grid-cols-[1fr_auto_1fr_auto]"
      aria-busy={pending}
    >
      <Side app="stripe" id="pick-event" label="When this happens in Stripe">
        <Select
          id="pick-event"
          name="event"
          value={event}
          onChange={(change) => go({ event: change.target.value })}
        >
          <optgroup label="Often used">
            {popular.map(({ type, title }) => (
              <option key={type} value={type}>
                {title}
              </option>
            ))}
          </optgroup>
          {groups.map(({ group, events }) => {
            const rest = events.filter(({ type }) => !STARTER_EVENTS.includes(type));
            if (rest.length === 0) return null;
            return (
              <optgroup key={group} label={group}>
                {rest.map(({ type, title }) => (
                  <option key={type} value={type}>
                    {title}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </Select>
      </Side>
      <ArrowRight aria-hidden className="mb-2 size-5 text-faint max-md:hidden" />
      <Side app="customerio" id="pick-action" label="do this in Customer.io">
        <Select
          id="pick-action"
          name="action"
          value={action}
          onChange={(change) => go({ action: change.target.value })}
        >
          {STARTER_ACTIONS.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Side>
      <LinkButton
        variant="primary"
        prefetch={false}
        href={`/start?${new URLSearchParams({ event, action })}`}
        className="max-md:mt-1"
      >
        Use this
      </LinkButton>
      <noscript>
        <Button type="submit">Show the example</Button>
      </noscript>
    </form>
  );
}

function Side({
  app,
  id,
  label,
  children,
}: {
  app: AppName;
  id: string;
  label: string;
  children: ReactNode;
}) {
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
