"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import type { BranchPath } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { ConditionBuilder } from "./condition-builder";
import { movePath, removePath } from "./definition-edit";
import { useEditor, useField } from "./editor-context";

interface BranchPathProps {
  branch: Pointer;
  index: number;
  path: BranchPath;
  count: number;
  children: ReactNode;
}

/** One path of a branch: its name, its condition, its steps. */
export function BranchPathEditor({ branch, index, path, count, children }: BranchPathProps) {
  const { dispatch } = useEditor();
  const pointer = [...branch, "paths", index];
  const name = useField([...pointer, "name"]);
  const label = path.name ?? path.id;
  const move = (by: -1 | 1) =>
    dispatch({ type: "changed", change: (definition) => movePath(definition, branch, index, by) });
  const remove = () =>
    dispatch({
      type: "removed",
      what: `the path “${label}”`,
      change: (definition) => removePath(definition, branch, index),
    });
  return (
    <section aria-label={`Path ${label}`} className="min-w-0 border-l-2 border-accent/40 pl-3 sm:pl-4">
      <div className="mb-3 flex flex-wrap items-center gap-1">
        <Input
          id={name.id}
          aria-label={`Name of path ${index + 1}`}
          value={String(name.value ?? "")}
          placeholder={path.id}
          maxLength={120}
          onChange={(event) => name.set(event.target.value || undefined)}
          className="min-w-40 flex-1 font-medium"
        />
        <Button
          variant="ghost"
          aria-label={`Try ${label} earlier`}
          className="px-2"
          disabled={index === 0}
          onClick={() => move(-1)}
        >
          <ArrowUp aria-hidden />
        </Button>
        <Button
          variant="ghost"
          aria-label={`Try ${label} later`}
          className="px-2"
          disabled={index === count - 1}
          onClick={() => move(1)}
        >
          <ArrowDown aria-hidden />
        </Button>
        <Button
          variant="ghost"
          aria-label={`Remove path ${label}`}
          className="px-2"
          disabled={count === 1}
          onClick={remove}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
      <ConditionBuilder pointer={[...pointer, "when"]} label="Take this path if" />
      <div className="mt-2">{children}</div>
    </section>
  );
}
