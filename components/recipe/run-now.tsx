"use client";

import { Play } from "lucide-react";
import Link from "next/link";
import { useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { isObject } from "~/server/recipes/pointer";
import { useEditor } from "./editor-context";

/** Starts the live recipe by hand, with data that the person types. */
export function RunNow({ recipeId }: { recipeId: string }) {
  const { workspace, state } = useEditor();
  const id = useId();
  const [text, setText] = useState('{ "email": "ada@example.com" }');
  const data = parsed(text);
  const run = useAction(trpc.recipe.run.mutate, { toastError: false, refresh: false });
  const [runId, setRunId] = useState<string | null>(null);
  const isLive = state.status === "live" || state.status === "shadow";
  async function start() {
    if (!data) return;
    setRunId(null);
    const started = await run.run({ workspace, id: recipeId, data });
    setRunId(started?.runId ?? null);
  }
  if (!isLive)
    return (
      <p className="text-sm text-muted">
        Once the recipe is live, “Run now” appears here. Until then, test it.
      </p>
    );
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full">
        <Field
          id={id}
          label="Data"
          hint={
            state.definition.trigger.type === "manual"
              ? "Steps read it as trigger.data."
              : "Steps read it as trigger.data.input."
          }
          error={data ? run.error?.message : "This is no JSON object yet."}
          required
        >
          {(control) => (
            <Textarea
              {...control}
              mono
              rows={3}
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button size="sm" pending={run.pending} disabled={!data} onClick={start}>
        <Play aria-hidden />
        Run now
      </Button>
      <p aria-live="polite" className="text-sm empty:hidden">
        {runId ? (
          <>
            Started.{" "}
            <Link href={`/w/${workspace}/runs/${runId}`} className="font-medium text-accent-ink underline">
              See the run
            </Link>
          </>
        ) : null}
      </p>
    </div>
  );
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
