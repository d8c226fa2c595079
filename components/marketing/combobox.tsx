"use client";

import { clsx } from "clsx";
import { ChevronsUpDown } from "lucide-react";
import { type KeyboardEvent, useEffect, useState, useSyncExternalStore } from "react";
import { CONTROL } from "~/components/ui/control-classes";
import { matching, type Option } from "./combobox-match";

interface ComboboxProps {
  id: string;
  name: string;
  value: string;
  options: readonly Option[];
  onChoose: (id: string) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

const never = () => () => {};

/** A select with search: arrows, page keys, Enter, Escape. Until the script runs, and without any, it is a plain select. */
export function Combobox(props: ComboboxProps) {
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return ready ? <Searchable {...props} /> : <Plain {...props} />;
}

/** As many as a select without search is good for; they are in the page itself. */
const PLAIN = 12;

function Plain({ id, name, value, options }: ComboboxProps) {
  const few = options.filter((one, index) => index < PLAIN || one.id === value);
  return (
    <select id={id} name={name} defaultValue={value} className={`${CONTROL} h-10 font-medium`}>
      {matching(few, "").map(({ group, options: inside }) => (
        <optgroup key={group} label={group}>
          {inside.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function Searchable({ id, name, value, options, onChoose }: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [active, setActive] = useState(value);
  const groups = open ? matching(options, text) : [];
  const flat = groups.flatMap((one) => one.options);
  const current = flat.find((one) => one.id === active) ?? flat[0];
  const title = options.find((one) => one.id === value)?.title ?? value;
  const optionId = (one: Option) => `${id}-${one.id}`;

  useEffect(() => {
    if (open && current) document.getElementById(`${id}-${current.id}`)?.scrollIntoView({ block: "nearest" });
  }, [open, current, id]);

  function show() {
    if (open) return;
    setText("");
    setActive(value);
    setOpen(true);
  }
  function choose(one: Option | undefined) {
    setOpen(false);
    if (one && one.id !== value) onChoose(one.id);
  }
  function move(to: number) {
    const next = flat[Math.max(0, Math.min(flat.length - 1, to))];
    if (next) setActive(next.id);
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    const isEnter = event.key === "Enter";
    if (!open && (isEnter || step)) show();
    else if (open && step) move((current ? flat.indexOf(current) : 0) + step);
    else if (open && isEnter) choose(current);
    else if (open && event.key === "Escape") setOpen(false);
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative">
      <input type="hidden" name={name} value={value} />
      <input
        id={id}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && current ? optionId(current) : undefined}
        autoComplete="off"
        spellCheck={false}
        className={`${CONTROL} h-10 truncate pr-9 font-medium`}
        value={open ? text : title}
        placeholder={title}
        onClick={show}
        onBlur={() => setOpen(false)}
        onChange={(change) => {
          show();
          setText(change.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <ChevronsUpDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-faint"
      />
      {open ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the field while the list is used.
        <div
          onMouseDown={(event) => event.preventDefault()}
          className="absolute inset-x-0 top-full z-20 mt-1.5 overflow-hidden rounded-lg border bg-surface shadow-float"
        >
          <div id={`${id}-list`} role="listbox" aria-label="Choices" className="max-h-80 overflow-y-auto p-1">
            {groups.map(({ group, options: inside }) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of a listbox is no fieldset.
              <div key={group} role="group" aria-label={group}>
                <p aria-hidden className="px-2 pt-2 pb-1 text-2xs font-medium text-faint">
                  {group}
                </p>
                {inside.map((one) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's.
                  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
                  <div
                    key={one.id}
                    id={optionId(one)}
                    role="option"
                    aria-selected={one.id === value}
                    onMouseMove={() => setActive(one.id)}
                    onClick={() => choose(one)}
                    className={clsx(
                      "flex cursor-pointer items-baseline justify-between gap-3 rounded-md px-2 py-1.5 text-sm",
                      one === current && "bg-hover",
                      one.id === value && "font-semibold text-accent-ink",
                    )}
                  >
                    <span className="min-w-0 truncate">{one.title}</span>
                    <span className="shrink-0 truncate font-mono text-2xs font-normal text-faint max-lg:hidden">
                      {one.id}
                    </span>
                  </div>
                ))}
              </div>
            ))}
          </div>
          {flat.length === 0 ? (
            <p className="px-3 pb-3 text-sm text-muted">
              Nothing matches “{text}”. Try one word, such as refund.
            </p>
          ) : null}
          <p role="status" className="sr-only">
            {flat.length === 1 ? "1 choice" : `${flat.length} choices`}
          </p>
        </div>
      ) : null}
    </div>
  );
}
