"use client";

import { Alert } from "~/components/ui/alert";
import { formatUtc } from "~/components/ui/format-time";
import { TimeAgo } from "~/components/ui/time";
import { useEditor } from "./editor-context";

/** How a live schedule or poll stands: when it looked, when it looks again, and why it could not. */
export function LookStatus() {
  const { look } = useEditor().state;
  if (!look) return null;
  if (look.problem)
    return (
      <Alert tone="danger" title={`The last look failed: ${look.problem}`}>
        Billhook looks again at {formatUtc(look.nextAt)}. Nothing is lost: what happens meanwhile is found
        then.
      </Alert>
    );
  return (
    <p className="text-xs text-muted">
      {look.lookedAt ? (
        <>
          Last looked <TimeAgo iso={look.lookedAt} />, next at {formatUtc(look.nextAt)}.
        </>
      ) : (
        "Looks for the first time in a moment; what is there already starts nothing."
      )}
    </p>
  );
}
