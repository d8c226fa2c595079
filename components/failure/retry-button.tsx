"use client";

import { RotateCw } from "lucide-react";
import { useId, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { FailureGroup } from "~/server/services/failure/schemas";
import { runsText } from "./failure-words";

interface RetryButtonProps {
  workspace: string;
  groups: readonly Pick<FailureGroup, "key" | "count" | "status">[];
  onDone: () => void;
}

const total = (groups: RetryButtonProps["groups"]) => groups.reduce((sum, { count }) => sum + count, 0);

/** Runs everything open of some causes again, after asking how. What has an unknown outcome needs a decision of its own. */
export function RetryButton({ workspace, groups, onDone }: RetryButtonProps) {
  const [open, setOpen] = useState(false);
  const [version, setVersion] = useState<"original" | "current">("original");
  const [from, setFrom] = useState("failed");
  const ids = { version: useId(), from: useId() };
  const failed = groups.filter(({ status }) => status === "failed");
  const unknownOnly = failed.length === 0;
  const meant = unknownOnly ? groups : failed;
  const left = groups.length - meant.length;
  const rerun = useAction(trpc.failure.rerun.mutate, {
    success: ({ count }) => `${runsText(count)} will be run again, little by little`,
    onSuccess: () => {
      setOpen(false);
      onDone();
    },
  });
  const start = () =>
    rerun.run({ workspace, keys: meant.map(({ key }) => key), version, from, unknownToo: unknownOnly });
  return (
    <>
      <Button variant={unknownOnly ? "secondary" : "primary"} onClick={() => setOpen(true)}>
        <RotateCw aria-hidden />
        {unknownOnly ? "Do it once more" : `Retry ${runsText(total(meant))}`}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={unknownOnly ? "Do it once more?" : `Run ${runsText(total(meant))} again?`}
        description={
          unknownOnly
            ? null
            : "What is done is taken over, and no message is sent twice. It happens little by little, behind new events; you can pause it."
        }
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button variant={unknownOnly ? "danger" : "primary"} pending={rerun.pending} onClick={start}>
              {unknownOnly ? `Do it once more for ${runsText(total(meant))}` : "Run again"}
            </Button>
          </>
        }
      >
        {unknownOnly ? (
          <Alert tone="warn" title="Nobody knows whether these were done.">
            If they were, somebody gets the same message twice. Check first where you can: each run has a
            button for it.
          </Alert>
        ) : null}
        <Field id={ids.from} label="Begin" required>
          {(control) => (
            <Select {...control} value={from} onChange={(event) => setFrom(event.target.value)}>
              <option value="failed">At the step that failed</option>
              <option value="start">At the first step</option>
            </Select>
          )}
        </Field>
        <Field id={ids.version} label="Version" required>
          {(control) => (
            <Select
              {...control}
              value={version}
              onChange={(event) => setVersion(event.target.value === "current" ? "current" : "original")}
            >
              <option value="original">The one that each run had</option>
              <option value="current">The one that is live now</option>
            </Select>
          )}
        </Field>
        {left > 0 ? (
          <p className="text-sm text-muted">
            {left === 1 ? "One cause has" : `${left} causes have`} an unknown outcome and{" "}
            {left === 1 ? "is" : "are"} left alone: open {left === 1 ? "it" : "them"} to decide.
          </p>
        ) : null}
      </Dialog>
    </>
  );
}
