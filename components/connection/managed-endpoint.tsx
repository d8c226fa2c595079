interface ManagedEndpointProps {
  events: string[];
  apiVersion: string | undefined;
}

/** What the endpoint that Billhook made sends. */
export function ManagedEndpoint({ events, apiVersion }: ManagedEndpointProps) {
  return (
    <div className="flex flex-col gap-2 text-sm text-muted">
      <p>
        Billhook made this endpoint at Stripe and keeps it up to date: there is nothing to do. It sends what
        your live recipes listen to
        {apiVersion ? (
          <>
            , in version <code className="font-mono text-ink">{apiVersion}</code>
          </>
        ) : null}
        .
      </p>
      <details>
        <summary className="cursor-pointer select-none text-ink">{countOf(events)}</summary>
        <ul className="mt-2 flex flex-wrap gap-1.5">
          {events.map((event) => (
            <li key={event} className="rounded bg-sunken px-1.5 py-0.5 font-mono text-xs break-all">
              {event === "*" ? "all" : event}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function countOf(events: string[]): string {
  if (events.includes("*")) return "All event types";
  if (events.join() === "account.updated") return "No recipe is live yet, so Stripe sends next to nothing";
  return events.length === 1 ? "1 event type" : `${events.length} event types`;
}
