"use client";

import { Wrench } from "lucide-react";
import { Button } from "~/components/ui/button";
import type { Repair } from "~/server/recipes/definition";
import { useEditor } from "./editor-context";
import { isUnsaved } from "./editor-state";
import { problemsAt } from "./problems";

/** Mends a problem at once; it can be undone. Waits while the problems are those of an earlier draft. */
export function RepairButton({ repair }: { repair: Repair }) {
  const { state, dispatch } = useEditor();
  return (
    <Button
      size="sm"
      className="h-auto min-h-6 max-w-full py-0.5 text-left text-xs whitespace-normal"
      disabled={isUnsaved(state)}
      onClick={() => dispatch({ type: "repaired", repair })}
    >
      <Wrench aria-hidden className="size-3.5 shrink-0" />
      {repair.label}
    </Button>
  );
}

/** The same beside the field that a problem is about; nothing where a person has to decide. */
export function FieldRepair({ id }: { id: string }) {
  const { problems } = useEditor();
  const found = problemsAt(problems, id);
  const worst = found.find(({ severity }) => severity === "error") ?? found[0];
  return worst?.repair ? <RepairButton repair={worst.repair} /> : null;
}
