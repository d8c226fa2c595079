"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Disclosure } from "~/components/ui/disclosure";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { CRON_EVERY } from "~/server/connectors/core/cron-every";
import { useEditor, useField } from "./editor-context";
import { PlainField } from "./plain-field";
import { ScheduleTimes } from "./schedule-times";

const CONFIG = ["trigger", "config"] as const;

/** Ready cron expressions, by what people call them. */
const READY: readonly [cron: string, label: string][] = [
  ["0 * * * *", "Every hour, on the hour"],
  ["0 9 * * *", "Every day at 9:00"],
  ["0 9 * * 1-5", "Every working day at 9:00"],
  ["0 9 * * 1", "Every Monday at 9:00"],
  ["0 9 1 * *", "On the first of every month at 9:00"],
];
const OWN = "own";

/** When a schedule is due: an interval, a ready time, or a cron expression, with the next times it means. */
export function ScheduleForm({ more }: { more: ReactNode[] }) {
  const { state, dispatch } = useEditor();
  const { id, error } = useField([...CONFIG, "cron"]);
  const { cron, every, timeZone } = state.definition.trigger.config;
  const [own, setOwn] = useState(() => typeof cron === "string" && !READY.some(([ready]) => ready === cron));
  const chosen = own ? OWN : String(every ?? cron ?? "");
  const set = (times: { cron?: string; every?: string }) =>
    dispatch({
      type: "changed",
      change: (definition) => {
        const { cron: _cron, every: _every, ...rest } = definition.trigger.config;
        return { ...definition, trigger: { ...definition.trigger, config: { ...rest, ...times } } };
      },
    });
  function choose(value: string) {
    setOwn(value === OWN);
    if (value === OWN) return set(typeof cron === "string" ? { cron } : {});
    set(
      value === ""
        ? {}
        : CRON_EVERY.some((interval) => interval === value)
          ? { every: value }
          : { cron: value },
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <Field id={own ? `${id}-when` : id} label="When" error={own ? undefined : error} required>
        {(control) => (
          <Select {...control} value={chosen} onChange={(event) => choose(event.target.value)}>
            <option value="">Choose…</option>
            <optgroup label="At set times">
              {READY.map(([ready, label]) => (
                <option key={ready} value={ready}>
                  {label}
                </option>
              ))}
              <option value={OWN}>At other times (cron expression)…</option>
            </optgroup>
            <optgroup label="Again and again">
              {CRON_EVERY.map((interval) => (
                <option key={interval} value={interval}>
                  Every {interval}
                </option>
              ))}
            </optgroup>
          </Select>
        )}
      </Field>
      {own ? (
        <PlainField
          pointer={[...CONFIG, "cron"]}
          label="Cron expression"
          hint="Minute, hour, day of the month, month, weekday."
          placeholder="0 9 * * 1"
          kind="string"
        />
      ) : null}
      {every ? null : <TimeZoneField />}
      <ScheduleTimes cron={cron} every={every} timeZone={timeZone} />
      {more.length > 0 ? (
        <Disclosure summary={`More fields (${more.length})`}>
          <div className="flex flex-col gap-4 pt-1">{more}</div>
        </Disclosure>
      ) : null}
    </div>
  );
}

/** The browser's own zone is offered first; a schedule that was just begun takes it. */
function TimeZoneField() {
  const { id, value, set, error } = useField([...CONFIG, "timeZone"]);
  const [zones, setZones] = useState<string[]>([]);
  const here = useHere();
  useEffect(() => setZones(Intl.supportedValuesOf("timeZone")), []);
  const current = typeof value === "string" ? value : "";
  const known = new Set([...zones, "UTC", current].filter(Boolean));
  return (
    <Field id={id} label="Time zone" hint="In which the times are meant." error={error}>
      {(control) => (
        <Select {...control} value={current} onChange={(event) => set(event.target.value || undefined)}>
          <option value="">UTC</option>
          {here && here !== current ? <option value={here}>{here} (yours)</option> : null}
          {[...known]
            .filter((zone) => zone !== here || zone === current)
            .sort()
            .map((zone) => (
              <option key={zone} value={zone}>
                {zone}
              </option>
            ))}
        </Select>
      )}
    </Field>
  );
}

function useHere(): string | null {
  const [here, setHere] = useState<string | null>(null);
  useEffect(() => setHere(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return here === "UTC" ? null : here;
}
