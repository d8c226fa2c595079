import { JsonView } from "~/components/ui/json-view";
import type { CapturedRequest } from "~/server/services/run/schemas";

/** A request as it would be sent: method, address, body. */
export function RequestExample({ request, maxLines }: { request: CapturedRequest; maxLines?: number }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="font-mono text-xs break-all">
        <span className="font-semibold text-accent-ink">{request.method}</span> {request.url}
      </p>
      {request.body === undefined || request.body === null ? null : (
        <JsonView value={request.body} what="request body" {...(maxLines ? { maxLines } : {})} />
      )}
    </div>
  );
}
