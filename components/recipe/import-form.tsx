"use client";

import { FileUp } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Panel } from "~/components/ui/card";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { ImportView } from "~/server/services/recipe/file/schemas";
import { ImportResult } from "./import-result";

interface Given {
  name: string;
  text: string;
}

/** Chosen or pasted files: first what would happen, then it happens. */
export function ImportForm({ workspace }: { workspace: string }) {
  const field = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Given[]>([]);
  const [pasted, setPasted] = useState("");
  const [publish, setPublish] = useState(false);
  const [answer, setAnswer] = useState<ImportView | null>(null);
  const send = useAction(trpc.recipeFile.import.mutate, {
    toastError: false,
    refresh: false,
    onSuccess: setAnswer,
  });
  const files = [...chosen, ...(pasted.trim() ? [{ name: "Pasted text", text: pasted }] : [])];
  const changed = () => {
    setAnswer(null);
    send.clearError();
  };
  async function choose(list: FileList | null) {
    const read = await Promise.all(
      [...(list ?? [])].map(async (file) => ({ name: file.name, text: await file.text() })),
    );
    setChosen(read);
    changed();
  }
  if (answer?.applied) return <ImportResult workspace={workspace} answer={answer} />;
  return (
    <div className="flex flex-col gap-4">
      <Panel className="flex flex-col gap-4 p-4">
        <div className="flex flex-wrap items-center gap-3">
          <input
            ref={chooser}
            type="file"
            multiple
            accept=".yaml,.yml,.json"
            className="hidden"
            aria-hidden
            tabIndex={-1}
            onChange={(event) => void choose(event.target.files)}
          />
          <Button onClick={() => chooser.current?.click()}>
            <FileUp aria-hidden />
            Choose files
          </Button>
          <span aria-live="polite" className="min-w-0 text-sm break-words text-muted">
            {chosen.length > 0 ? chosen.map(({ name }) => name).join(", ") : "YAML or JSON, one recipe each"}
          </span>
        </div>
        <Field id={`${field}-text`} label="Or paste one">
          {(control) => (
            <Textarea
              {...control}
              mono
              rows={8}
              value={pasted}
              spellCheck={false}
              placeholder={"billhook: 1\nkey: welcome\nname: Welcome"}
              onChange={(event) => {
                setPasted(event.target.value);
                changed();
              }}
              className="max-h-96"
            />
          )}
        </Field>
        <label className="flex items-start gap-2 text-sm">
          <input
            type="checkbox"
            checked={publish}
            onChange={(event) => {
              setPublish(event.target.checked);
              changed();
            }}
            className="mt-1"
          />
          <span>
            Publish, too
            <span className="block text-xs text-faint">
              What a file calls live or shadow is published, what it calls paused is paused. Otherwise only
              drafts change.
            </span>
          </span>
        </label>
        {send.error ? <Alert tone="danger" title={send.error.message} /> : null}
        <Button
          variant={answer ? "secondary" : "primary"}
          className="self-start"
          disabled={files.length === 0}
          pending={send.pending}
          onClick={() => send.run({ workspace, files, publish, dryRun: true })}
        >
          Check
        </Button>
      </Panel>
      {answer ? (
        <ImportResult
          workspace={workspace}
          answer={answer}
          pending={send.pending}
          onImport={() => send.run({ workspace, files, publish, dryRun: false })}
        />
      ) : null}
    </div>
  );
}
