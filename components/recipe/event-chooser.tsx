"use client";

import { RotateCw } from "lucide-react";
import { useId } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { formatUtc } from "~/components/ui/format-time";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { eventTypesOf } from "~/server/recipes/trigger";
import { useEditor } from "./editor-context";
import { eventTitle } from "./event-title";
import { parseEvent } from "./parse-event";
import { PASTED_KEY, SAMPLE_KEY } from "./use-sample-events";

/** Which event previews and tests use: one that really arrived, the built-in sample, or pasted JSON. */
export function EventChooser() {
  const { samples, state, catalog } = useEditor();
  const id = useId();
  const types = eventTypesOf(state.definition.trigger);
  const titleOf = (type: string) => eventTitle(catalog, type);
  const isPasting = samples.pasted !== null;
  const choose = (key: string) => (key === PASTED_KEY ? samples.paste("") : samples.choose(key));
  return (
    <div className="flex flex-col gap-2">
      <Field
        id={id}
        label="Event"
        required
        hint="Previews and tests use this event."
        error={samples.error ?? undefined}
        aside={
          <Button variant="ghost" size="sm" className="h-6 px-1.5" onClick={samples.reload}>
            <RotateCw aria-hidden />
            Look again
          </Button>
        }
      >
        {(control) => (
          <Select
            {...control}
            value={isPasting ? PASTED_KEY : (samples.current?.key ?? "")}
            onChange={(event) => choose(event.target.value)}
          >
            {samples.current || isPasting ? null : (
              <option value="">{types.length > 0 ? "Loading…" : "Choose events first"}</option>
            )}
            {samples.recent.length > 0 ? (
              <optgroup label="Recently received">
                {samples.recent.map((event) => (
                  <option key={event.id} value={event.id}>
                    {titleOf(event.type)}, {formatUtc(event.receivedAt)}
                  </option>
                ))}
              </optgroup>
            ) : null}
            <optgroup label="Samples">
              {types.map((type) => (
                <option key={type} value={SAMPLE_KEY + type}>
                  Sample: {titleOf(type)}
                </option>
              ))}
            </optgroup>
            <option value={PASTED_KEY}>Paste an event as JSON…</option>
          </Select>
        )}
      </Field>
      {samples.pasted === null ? null : <PasteEvent text={samples.pasted} />}
    </div>
  );
}

function PasteEvent({ text }: { text: string }) {
  const { samples } = useEditor();
  const id = useId();
  const event = parseEvent(text);
  return (
    <Field
      id={id}
      label="Event JSON"
      required
      error={typeof event === "string" && text.trim() !== "" ? event : undefined}
      hint="A whole event, as the events page or the Stripe dashboard shows it."
    >
      {(control) => (
        <Textarea
          {...control}
          mono
          rows={6}
          spellCheck={false}
          value={text}
          placeholder={'{ "id": "evt_…", "object": "event", "type": "…", "data": { "object": { … } } }'}
          onChange={(event) => samples.paste(event.target.value)}
          className="max-h-72"
        />
      )}
    </Field>
  );
}
