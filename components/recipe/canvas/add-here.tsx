"use client";

import { Popover } from "@base-ui/react/popover";
import { useEditor } from "../editor-context";
import { SearchList } from "../search-list";
import { makerOf, stepItems } from "../step-choices";
import { useCanvas } from "./canvas-context";
import { useStepCommands } from "./use-step-commands";

/** The list of all steps, beside the "+" that was pressed. */
export function AddHere({ onAdded }: { onAdded: () => void }) {
  const { catalog, state } = useEditor();
  const { adding, setAdding, setOpen, focus } = useCanvas();
  const { insert } = useStepCommands();
  if (!adding) return null;
  const add = (key: string) => {
    const make = makerOf(key, catalog);
    setAdding(null);
    if (!make) return;
    const step = make(state.definition);
    insert({ list: adding.list, index: adding.index }, [step], "Added");
    setOpen(`step:${step.id}`);
    onAdded();
  };
  const close = (isOpen: boolean) => {
    if (isOpen) return;
    setAdding(null);
    if (adding.from) focus(adding.from);
  };
  return (
    <Popover.Root open onOpenChange={close}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={adding.anchor}
          side="bottom"
          sideOffset={6}
          collisionPadding={12}
          className="z-40"
        >
          <Popover.Popup
            aria-label="Add a step"
            finalFocus={false}
            className="w-md max-w-[calc(100vw-2rem)] rounded-lg border bg-surface shadow-float outline-none"
          >
            <SearchList
              items={stepItems(catalog)}
              label="What should happen?"
              nothing="Nothing matches."
              onChoose={add}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
