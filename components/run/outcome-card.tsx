"use client";

import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { formatUtc } from "~/components/ui/format-time";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { StepRunView } from "~/server/services/run/schemas";
import { outcomeWords } from "./outcome-words";

interface OutcomeCardProps {
  workspace: string;
  runId: string;
  step: StepRunView;
  /** The run has changed. */
  onDone: () => Promise<unknown>;
}

type Answer = Awaited<ReturnType<typeof trpc.run.checkOutcome.mutate>>;

/** Finds out, or takes somebody's word, whether a step whose answer was lost was done; then the run goes on. */
export function OutcomeCard({ workspace, runId, step, onDone }: OutcomeCardProps) {
  const { path, action, kind, error } = step;
  const words = outcomeWords(action, kind);
  const [answer, setAnswer] = useState<Answer>();
  const check = useAction(trpc.run.checkOutcome.mutate, { refresh: false });
  const decide = useAction(trpc.run.decideOutcome.mutate, { refresh: false });
  const choose = async (decision: "done" | "again") => {
    await decide.run({ workspace, id: runId, path, decision });
    await onDone();
  };
  const wasFound = answer?.found === true;
  return (
    <section
      aria-label={words.question}
      className="flex flex-col gap-3 rounded-lg border border-warn/25 bg-warn-soft p-4"
    >
      <div>
        <h2 className="text-sm font-semibold">{words.question}</h2>
        <p className="mt-0.5 text-sm text-muted">
          {error?.message} The run goes on when you have decided.{" "}
          <span className="font-mono text-2xs break-all text-faint">{path}</span>
        </p>
      </div>
      <div aria-live="polite" className="empty:hidden">
        {answer ? <AnswerView answer={answer} /> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        {words.vendor ? (
          <Button
            variant={answer ? "secondary" : "primary"}
            pending={check.pending}
            onClick={async () => setAnswer(await check.run({ workspace, id: runId, path }))}
          >
            {answer ? `Check ${words.vendor} again` : `Check ${words.vendor}`}
          </Button>
        ) : null}
        <Button
          variant={wasFound ? "primary" : "secondary"}
          pending={decide.pending}
          onClick={() => choose("done")}
        >
          {words.done}
        </Button>
        <ConfirmButton
          variant={answer?.found === false ? "primary" : "secondary"}
          title={`${words.again}?`}
          description={
            wasFound
              ? "It was found, so that this would be a second one."
              : "If it was done after all, this would be a second one."
          }
          confirmLabel={words.again}
          onConfirm={() => choose("again")}
        >
          {words.again}
        </ConfirmButton>
      </div>
    </section>
  );
}

const TONES = { true: "ok", false: "info", unknown: "warn" } as const;

function AnswerView({ answer: { found, detail, evidence } }: { answer: Answer }) {
  return (
    <Alert tone={TONES[`${found}`]} title={detail}>
      {evidence.length > 0 ? (
        <ul>
          {evidence.map(({ id, at, text }) => (
            <li key={id} className="break-words">
              {text} {at ? `· ${formatUtc(at)} ` : ""}
              <span className="font-mono text-2xs break-all">{id}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Alert>
  );
}
