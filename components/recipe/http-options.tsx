"use client";

import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import type { Pointer } from "~/server/recipes/pointer";
import { ChoiceSelect } from "./choice-select";
import { useField } from "./editor-context";

const ACCEPT = {
  success: "Fail this step at a status of 400 or more",
  any: "Take every answer; later steps look at its status",
};
const REPEAT = {
  "": "Only if the method is made for it (not POST or PATCH)",
  safe: "Yes, sending it twice does no harm",
  unsafe: "No, never send it twice",
};

/** The settings of a request that few people need. */
export function HttpOptions({ pointer }: { pointer: Pointer }) {
  return (
    <>
      <ChoiceSelect
        pointer={[...pointer, "accept"]}
        label="What counts as success"
        options={ACCEPT}
        standard="success"
      />
      <ChoiceSelect
        pointer={[...pointer, "repeat"]}
        label="If the answer is lost, send it again"
        options={REPEAT}
        standard=""
      />
      <TimeoutField pointer={[...pointer, "timeout"]} />
    </>
  );
}

const MOST_SECONDS = 120;

function TimeoutField({ pointer }: { pointer: Pointer }) {
  const { id, value, set, error } = useField(pointer);
  const change = (text: string) => {
    const seconds = Math.min(Math.max(Math.floor(Number(text)), 1), MOST_SECONDS);
    set(text === "" || Number.isNaN(seconds) ? undefined : `PT${seconds}S`);
  };
  return (
    <Field id={id} label="Seconds to wait for the answer" hint="At most 120." error={error}>
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_SECONDS}
          value={secondsOf(value) ?? ""}
          onChange={(event) => change(event.target.value)}
          className="max-w-32"
        />
      )}
    </Field>
  );
}

/** `PT1M30S` → 90; null for what is written otherwise. */
function secondsOf(timeout: unknown): number | null {
  const [, minutes, seconds] = /^PT(?:(\d+)M)?(?:(\d+)S)?$/.exec(String(timeout ?? "")) ?? [];
  return minutes || seconds ? Number(minutes ?? 0) * 60 + Number(seconds ?? 0) : null;
}
