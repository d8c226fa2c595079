"use client";

import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { BackfillView } from "~/server/services/recipe/backfill-schemas";
import { BackfillResult } from "./backfill-result";
import { OWN, spansFor, timesOf } from "./backfill-spans";
import { useEditor } from "./editor-context";

interface BackfillDialogProps {
  recipeId: string;
  open: boolean;
  onClose: () => void;
}

/** Looks for events that Stripe has and this recipe has not run for; counts them first, then runs them. */
export function BackfillDialog({ recipeId, open, onClose }: BackfillDialogProps) {
  const { workspace, state } = useEditor();
  const [now] = useState(() => Date.now());
  const spans = spansFor(state.stoppedAt, now);
  const [chosen, setChosen] = useState(spans[0]?.id ?? OWN);
  const [own, setOwn] = useState({ since: "", until: "" });
  const [counted, setCounted] = useState<BackfillView | null>(null);
  const [queued, setQueued] = useState<BackfillView | null>(null);
  const call = useAction(trpc.recipe.backfill.mutate, { toastError: false, refresh: false });
  const times = timesOf(chosen, { stoppedAt: state.stoppedAt, own, now });
  const restart = () => {
    setCounted(null);
    setQueued(null);
    call.clearError();
  };
  const go = async (dryRun: boolean) => {
    if (!times) return;
    const view = await call.run({ workspace, id: recipeId, ...times, dryRun });
    if (view) (dryRun ? setCounted : setQueued)(view);
  };
  const canRun = counted !== null && counted.missing > 0 && queued === null;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Look for past events"
      description="Stripe keeps its events for 30 days. Those that this recipe has not run for can run now, oldest first, each once. New events go before them."
      footer={
        <>
          <Button onClick={onClose}>{queued ? "Close" : "Cancel"}</Button>
          <Button
            variant={canRun ? "secondary" : "primary"}
            pending={call.pending && !canRun}
            disabled={!times || queued !== null}
            onClick={() => go(true)}
          >
            {call.pending && !canRun ? "Asking Stripe…" : counted ? "Count again" : "Count first"}
          </Button>
          {canRun ? (
            <Button variant="primary" pending={call.pending} onClick={() => go(false)}>
              {counted.missing === 1 ? "Run it" : `Run all ${counted.missing.toLocaleString("en")}`}
            </Button>
          ) : null}
        </>
      }
    >
      <Field id="backfill-time" label="When it happened" required>
        {(control) => (
          <Select
            {...control}
            value={chosen}
            onChange={(event) => {
              setChosen(event.target.value);
              restart();
            }}
          >
            {spans.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {chosen === OWN ? (
        <div className="grid gap-3 sm:grid-cols-2">
          {(["since", "until"] as const).map((name) => (
            <Field
              key={name}
              id={`backfill-${name}`}
              label={name === "since" ? "From" : "To"}
              hint={name === "since" ? "Your own time." : "Empty: now."}
              required={name === "since"}
            >
              {(control) => (
                <Input
                  {...control}
                  type="datetime-local"
                  value={own[name]}
                  onChange={(event) => {
                    setOwn({ ...own, [name]: event.target.value });
                    restart();
                  }}
                />
              )}
            </Field>
          ))}
        </div>
      ) : null}
      <div aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        {call.pending ? (
          <p className="text-sm text-muted">
            Stripe's list is read page by page; for thousands of events that takes up to a minute.
          </p>
        ) : null}
        {call.error ? <Alert tone="danger" title={call.error.message} /> : null}
        <BackfillResult
          counted={counted}
          queued={queued}
          runsHref={`/w/${workspace}/runs?recipe=${recipeId}`}
          inShadow={state.status === "shadow"}
        />
      </div>
    </Dialog>
  );
}
