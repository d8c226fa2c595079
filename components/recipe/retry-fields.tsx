"use client";

import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import type { Pointer } from "~/server/recipes/pointer";
import { useField } from "./editor-context";
import { NumberField } from "./number-field";

const CHOICES = {
  usual: { words: "Try again up to 8 times within about 11 hours", retry: undefined },
  never: { words: "Do not try again", retry: { attempts: 0 } },
  own: { words: "Try again as set here", retry: { attempts: 5, delay: "PT1M" } },
};

/** When the step is tried again after a failure that may pass: an outage, no answer. */
export function RetryFields({ step }: { step: Pointer }) {
  const pointer = [...step, "retry"];
  const { id, value, set } = useField(pointer);
  const attempts = (value as { attempts?: unknown } | undefined)?.attempts;
  const chosen = value === undefined ? "usual" : attempts === 0 ? "never" : "own";
  return (
    <>
      <Field
        id={id}
        label="If it does not get through"
        hint="A limit that is used up is waited for in any case, and counts as no try."
        required
      >
        {(control) => (
          <Select
            {...control}
            value={chosen}
            onChange={(event) => set(CHOICES[event.target.value as keyof typeof CHOICES].retry)}
          >
            {Object.entries(CHOICES).map(([choice, { words }]) => (
              <option key={choice} value={choice}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {chosen === "own" ? <OwnRetry pointer={pointer} /> : null}
    </>
  );
}

function OwnRetry({ pointer }: { pointer: Pointer }) {
  return (
    <>
      <NumberField
        pointer={[...pointer, "attempts"]}
        label="Tries after the first"
        hint="20 at most."
        most={20}
        standard={5}
      />
      <WaitField
        pointer={[...pointer, "delay"]}
        label="Wait before the second try"
        hint="It doubles with each try. PT30S is half a minute, PT5M five; empty takes the usual waits."
      />
      <WaitField
        pointer={[...pointer, "longest"]}
        label="Longest wait"
        hint="PT1H is an hour. Empty: 6 hours."
      />
    </>
  );
}

function WaitField({ pointer, label, hint }: { pointer: Pointer; label: string; hint: string }) {
  const { id, value, set, error, warning } = useField(pointer);
  return (
    <Field id={id} label={label} hint={hint} error={error} warning={warning}>
      {(control) => (
        <Input
          {...control}
          mono
          className="max-w-32"
          value={typeof value === "string" ? value : ""}
          onChange={(event) => set(event.target.value || undefined)}
        />
      )}
    </Field>
  );
}
