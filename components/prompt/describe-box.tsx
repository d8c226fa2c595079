"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Panel } from "~/components/ui/card";
import { Field } from "~/components/ui/field";
import { Skeleton } from "~/components/ui/skeleton";
import { Textarea } from "~/components/ui/textarea";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { Draft } from "~/server/recipes/compiler/compile";
import type { Part, Question } from "~/server/recipes/compiler/intent";
import { answered } from "./answered";
import { ModelNote } from "./model-note";
import { Questions } from "./questions";
import { Sentence } from "./sentence";
import { Understood } from "./understood";

/** A draft as it comes over the wire: its definition is checked when a recipe is made of it. */
export type WrittenDraft = Omit<Draft, "definition"> & {
  definition?: unknown;
  model?: { name: string; used: boolean; note?: string | undefined } | undefined;
};

interface DescribeBoxProps {
  workspace: string;
  /** The language model that helps; null where the operator set none. */
  model: string | null;
  /** What a visitor typed before signing up, and the draft of it. */
  initial?: { prompt: string; draft: WrittenDraft };
}

/** A wish in one's own words, what it became, and the way into the editor. */
export function DescribeBox({ workspace, model, initial }: DescribeBoxProps) {
  const router = useRouter();
  const [text, setText] = useState(initial?.prompt ?? "");
  const [built, setBuilt] = useState(initial);
  const choices = useRef<Record<string, string>>({});
  const write = useAction(trpc.draft.write.mutate, { refresh: false, toastError: false });
  const open = useAction(trpc.recipe.create.mutate, {
    refresh: false,
    onSuccess: (recipe) => router.push(`/w/${workspace}/recipes/${recipe.id}`),
  });

  async function build(prompt: string, chosen: Record<string, string> = {}) {
    choices.current = chosen;
    const draft = await write.run({ workspace, prompt, choices: chosen });
    if (draft) setBuilt({ prompt, draft });
  }

  function choose({ start }: Part, id: string) {
    if (built) void build(built.prompt, { ...choices.current, [start]: id });
  }

  function answer(question: Question, option: string) {
    if (!built) return;
    const prompt = answered(built.prompt, question, option);
    setText(prompt);
    void build(prompt);
  }

  return (
    <Panel className="mb-6" aria-labelledby="describe">
      <form
        method="post"
        className="flex flex-col gap-3 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          void build(text);
        }}
      >
        <h2 id="describe" className="text-base font-semibold">
          Describe it
        </h2>
        <Field
          id="prompt"
          label="What shall happen, and when?"
          required
          error={write.error?.message}
          hint="In your own words. Nothing is set live: you get a draft to look at."
        >
          {(control) => (
            <Textarea
              {...control}
              value={text}
              maxLength={4000}
              placeholder="When a payment over $500 fails, wait a day, send an e-mail and tell #finance"
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.metaKey || event.ctrlKey))
                  event.currentTarget.form?.requestSubmit();
              }}
            />
          )}
        </Field>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" variant="primary" pending={write.pending}>
            Build
          </Button>
          {model ? <ModelNote name={model} /> : null}
        </div>
      </form>
      <div aria-live="polite" className="empty:hidden">
        {write.pending && !built ? <Skeleton className="mx-4 mb-4 h-24" /> : null}
        {built ? (
          <div className="flex flex-col border-t">
            <div className="flex flex-col gap-3 p-4">
              <Sentence prompt={built.prompt} parts={built.draft.understood} />
              <p className="text-sm text-muted">{built.draft.summary}</p>
              {built.draft.model?.note ? (
                <p className="text-xs text-faint">
                  {built.draft.model.note} The built-in compiler wrote this.
                </p>
              ) : null}
              {built.draft.unsupported && built.draft.questions.length === 0 ? (
                <Alert tone="warn" title="This cannot be built." />
              ) : null}
              <Questions questions={built.draft.questions} pending={write.pending} onAnswer={answer} />
            </div>
            {built.draft.understood.length > 0 ? (
              <div className="border-t">
                <Understood parts={built.draft.understood} pending={write.pending} onChoose={choose} />
              </div>
            ) : null}
            {built.draft.definition ? (
              <div className="flex flex-wrap items-center gap-3 border-t p-4">
                <Button
                  variant="primary"
                  pending={open.pending}
                  onClick={() =>
                    open.run({ workspace, name: nameOf(built.prompt), definition: built.draft.definition })
                  }
                >
                  Open in the editor
                </Button>
                <p className="text-xs text-faint">A draft: it runs only when you set it live.</p>
              </div>
            ) : null}
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

/** The beginning of the sentence as the recipe's name. */
function nameOf(prompt: string): string {
  const line = prompt.replace(/\s+/g, " ").trim();
  const short = line.length > 70 ? `${line.slice(0, 70).replace(/\s\S*$/, "")}…` : line;
  return short === "" ? "New recipe" : short;
}
