"use client";

import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { type Pointer, pointerText } from "~/server/recipes/pointer";
import { insertStep } from "./definition-edit";
import { useEditor } from "./editor-context";
import { Popover } from "./popover";
import { SearchList } from "./search-list";
import { makerOf, stepItems } from "./step-choices";

interface AddStepProps {
  list: Pointer;
  index: number;
  /** Words on the button; without them it is a small plus between two steps. */
  text?: string;
}

/** The "+" between two steps: adds a step of any kind at this place. */
export function AddStep({ list, index, text }: AddStepProps) {
  const { catalog, dispatch, reveal } = useEditor();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const add = (key: string) => {
    setOpen(false);
    const make = makerOf(key, catalog);
    if (!make) return;
    dispatch({
      type: "changed",
      change: (definition) => insertStep(definition, list, index, make(definition)),
    });
    reveal(pointerText([...list, index]));
  };
  return (
    <div className="relative flex justify-center py-1.5">
      <span aria-hidden className="absolute inset-y-0 left-1/2 w-px bg-line" />
      <Button
        ref={opener}
        size="sm"
        aria-label={text ? undefined : "Add a step here"}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={text ? "relative" : "relative size-6 rounded-full p-0 pointer-coarse:size-8"}
      >
        <Plus aria-hidden />
        {text}
      </Button>
      {open ? (
        <Popover
          label="Add a step"
          opener={opener}
          onClose={() => setOpen(false)}
          className="top-full left-1/2 w-full max-w-md -translate-x-1/2"
        >
          <SearchList
            items={stepItems(catalog)}
            label="What should happen?"
            nothing="Nothing matches."
            onChoose={add}
          />
        </Popover>
      ) : null}
    </div>
  );
}
