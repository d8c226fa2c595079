"use client";

import { type LoopStep, MOST_LOOP_ITEMS } from "~/server/recipes/definition";
import { toList } from "~/server/recipes/operands";
import type { Pointer } from "~/server/recipes/pointer";
import { itemsText } from "./data-fields";
import { ErrorPolicySelect, FallbackSteps } from "./error-policy";
import { InnerSteps } from "./inner-steps";
import { NumberField } from "./number-field";
import { StepAbout } from "./step-about";
import type { StepCardProps } from "./step-card-props";
import { StepFrame } from "./step-frame";
import { StepIcon } from "./step-icon";
import { STEP_ICONS } from "./step-icons";
import { TemplateField } from "./template-field";
import { toText } from "./value-text";

/** Steps that are done for each item of a list. */
export function LoopCard({ step, list, index, renderSteps }: StepCardProps<LoopStep>) {
  const pointer = [...list, index];
  return (
    <StepFrame
      list={list}
      index={index}
      icon={<StepIcon icon={STEP_ICONS.loop} />}
      kind={`Loop · ${step.id}`}
      title={step.name ?? "Do steps for each item of a list"}
      summary={summaryOf(step)}
      options={<LoopOptions pointer={pointer} />}
      after={<FallbackSteps step={pointer} policy={step.onError} eachItem renderSteps={renderSteps} />}
    >
      <StepAbout kind="loop">
        The steps below are done once for each item. A filter in them passes over that item only.
      </StepAbout>
      <TemplateField
        pointer={[...pointer, "over"]}
        label="The list"
        hint="For example the lines of an invoice, or what a step before has found."
        placeholder="{{ trigger.data.object.lines.data }}"
        kind="any"
        removeEmpty={false}
        wanted="lists"
        inWords={listText}
      />
      <InnerSteps title="For each item" hint="“Insert data” offers the item and its number.">
        {renderSteps([...pointer, "steps"])}
      </InnerSteps>
    </StepFrame>
  );
}

function LoopOptions({ pointer }: { pointer: Pointer }) {
  return (
    <>
      <TemplateField
        pointer={[...pointer, "collect"]}
        label="Keep of each item"
        hint="Filled in at the end of each item. Later steps find all of them in output.items."
        placeholder="{{ loop.item.id }}"
        required={false}
        kind="any"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          pointer={[...pointer, "concurrency"]}
          label="Items at once"
          hint="1 keeps their order. At most 20."
          most={20}
          standard={1}
        />
        <NumberField
          pointer={[...pointer, "limit"]}
          label="Most items"
          hint="A longer list fails this step: nothing is left out silently."
          most={MOST_LOOP_ITEMS}
          standard={1000}
        />
      </div>
      <ErrorPolicySelect step={pointer} eachItem />
    </>
  );
}

function listText(value: unknown): string {
  const items = toList(value);
  return items ? `${itemsText(items.length)} in this event` : "This is no list.";
}

function summaryOf({ over, steps }: LoopStep): string {
  if (over === undefined || over === "") return "No list chosen yet";
  const what = Array.isArray(over) ? itemsText(over.length) : toText(over).replace(/^\{\{\s*|\s*\}\}$/g, "");
  return `${what} · ${steps.length === 1 ? "1 step" : `${steps.length} steps`}`;
}
