import type { ReactNode } from "react";
import { AppIcon, type AppName } from "~/components/ui/app-icon";
import type { CapturedRequest } from "~/server/services/run/schemas";
import { valuesIn } from "./excerpt";
import { Payload } from "./payload";

interface FlowExampleProps {
  from: AppName;
  /** What the event is called by its sender. */
  type: string;
  event: object;
  requests: readonly CapturedRequest[];
  /** What the team reads. */
  told?: readonly string[];
  /** Why there is no (further) request. */
  problem?: string | undefined;
}

/** "Event in → request out": what arrives, and what the real connector makes of it; what is carried over is marked. */
export function FlowExample({ from, type, event, requests, told = [], problem }: FlowExampleProps) {
  const here = valuesIn(event);
  const there = valuesIn(requests.map(({ url, body }) => [body, ...url.split(/[/?&=]/).map(decode)]));
  return (
    <div className="grid md:grid-cols-2 md:divide-x max-md:divide-y">
      <section aria-label="Event in" className="min-w-0">
        <Head app={from} title="Event in">
          {type}
        </Head>
        <Payload value={event} used={there} what="event" short />
      </section>
      <section
        aria-label={requests.length === 1 ? "Request out" : "Requests out"}
        className="min-w-0 divide-y"
      >
        {requests.map(({ method, url, body }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may go to one address, and none moves.
          <div key={index} className="min-w-0">
            <Head
              app={url.includes("stripe.com") ? "stripe" : "customerio"}
              title={requests.length > 1 ? `Request ${index + 1}` : "Request out"}
            >
              <b className="font-semibold text-accent-ink">{method}</b> {url.replace(/^https:\/\//, "")}
            </Head>
            {body === undefined || body === null ? null : <Payload value={body} used={here} what="body" />}
          </div>
        ))}
        {told.map((message) => (
          <p key={message} className="p-4 text-sm break-words">
            <span className="font-medium">Your team reads:</span> {message}
          </p>
        ))}
        {problem ? <p className="p-4 text-sm text-muted">{problem}</p> : null}
      </section>
    </div>
  );
}

function Head({ app, title, children }: { app: AppName; title: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[auto_1fr] items-center gap-x-2.5 border-b bg-canvas/60 px-4 py-2.5">
      <AppIcon app={app} size={24} className="row-span-2" />
      <h3 className="text-xs font-semibold">{title}</h3>
      <p className="font-mono text-2xs break-all text-muted">{children}</p>
    </div>
  );
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
