import { Badge } from "~/components/ui/badge";
import { CopyButton } from "~/components/ui/copy-button";
import { Disclosure } from "~/components/ui/disclosure";
import { formatDuration } from "~/components/ui/format-time";
import { JsonView } from "~/components/ui/json-view";
import type { CapturedRequest } from "~/server/services/run/schemas";
import { curlOf } from "./curl";

/** One HTTP request with its answer; secrets were masked before it was stored. */
export function RequestView({ request, open = false }: { request: CapturedRequest; open?: boolean }) {
  const { method, url, response, dryRun } = request;
  return (
    <Disclosure
      open={open}
      className="rounded-md border bg-surface px-2.5 py-2"
      summary={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-mono text-xs font-semibold text-ink">{method}</span>
          <span className="min-w-0 flex-1 basis-48 font-mono text-xs break-all">{url}</span>
          <AnswerBadge request={request} />
          {dryRun ? null : (
            <span className="text-xs text-faint tabular-nums">{formatDuration(request.durationMs)}</span>
          )}
        </span>
      }
    >
      <div className="flex flex-col gap-3 pb-1">
        <Part title={dryRun ? "Body it would send" : "Body sent"} value={request.body} />
        {response ? <Part title={`Answer ${response.status}`} value={response.body} /> : null}
        <Disclosure summary="Headers">
          <div className="flex flex-col gap-3">
            <Part title={dryRun ? "Headers it would send" : "Headers sent"} value={request.headers} />
            {response ? <Part title="Headers of the answer" value={response.headers} /> : null}
          </div>
        </Disclosure>
        <CopyButton
          value={curlOf(request)}
          what="request as cURL, with placeholders for its secrets"
          text="Copy as cURL"
          variant="secondary"
          className="self-start"
        />
      </div>
    </Disclosure>
  );
}

function AnswerBadge({ request: { response, dryRun } }: { request: CapturedRequest }) {
  if (dryRun) return <Badge tone="info">Not sent</Badge>;
  if (!response) return <Badge tone="warn">No answer</Badge>;
  return <Badge tone={response.status < 400 ? "ok" : "danger"}>{response.status}</Badge>;
}

function Part({ title, value }: { title: string; value: unknown }) {
  if (value === null || value === undefined || value === "") return null;
  return (
    <div className="min-w-0">
      <p className="mb-1 text-xs font-medium text-muted">{title}</p>
      {typeof value === "string" ? (
        <pre className="max-h-96 overflow-auto rounded-md border bg-canvas p-3 font-mono text-xs leading-5 break-all whitespace-pre-wrap">
          {value}
        </pre>
      ) : (
        <JsonView value={value} what={title.toLowerCase()} />
      )}
    </div>
  );
}
