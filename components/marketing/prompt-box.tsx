"use client";

import { CornerDownLeft } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { buttonClasses } from "~/components/ui/button-classes";
import { PROMPT_EXAMPLES } from "./prompt-examples";

/** More than anybody types; what an address can carry. */
const LONGEST = 2000;

/** "Describe your automation": a form that works without scripts; with them, examples fill it and Enter sends it. */
export function PromptBox() {
  const field = useRef<HTMLTextAreaElement>(null);
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  }
  function fill(text: string) {
    if (!field.current) return;
    field.current.value = text;
    field.current.focus();
  }
  return (
    <form action="/start" className="p-4 sm:p-5">
      <label htmlFor="prompt" className="text-sm font-medium">
        Or describe your automation
      </label>
      <div className="mt-2 rounded-md border border-control bg-surface transition-colors focus-within:border-accent hover:border-muted has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-accent">
        <textarea
          ref={field}
          id="prompt"
          name="prompt"
          required
          rows={2}
          maxLength={LONGEST}
          onKeyDown={onKeyDown}
          placeholder="When a payment over $100 fails, wait a day, then send the reminder e-mail and tell the team."
          className="block w-full resize-none bg-transparent px-3 pt-2.5 text-sm outline-none"
        />
        <div className="flex items-center justify-between gap-3 p-1.5 pl-3">
          <span className="text-2xs text-faint max-sm:hidden">
            Opens in the editor as a draft. Nothing runs yet.
          </span>
          <button type="submit" className={`${buttonClasses("primary")} max-sm:w-full`}>
            Build
            <CornerDownLeft aria-hidden />
          </button>
        </div>
      </div>
      <ul aria-label="Examples" className="mt-3 flex flex-wrap gap-1.5">
        {PROMPT_EXAMPLES.map((text) => (
          <li key={text} className="max-w-full">
            <a
              href={`/start?prompt=${encodeURIComponent(text)}`}
              rel="nofollow"
              onClick={(event) => {
                event.preventDefault();
                fill(text);
              }}
              className="block truncate rounded-md border bg-canvas px-2 py-1 text-xs text-muted transition-colors hover:border-control hover:text-ink pointer-coarse:py-2"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </form>
  );
}
