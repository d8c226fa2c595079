"use client";

import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import type { Pointer } from "~/server/recipes/pointer";
import { isJsonBody, quotedIn, readJson, writeJson } from "./body-text";
import { useField } from "./editor-context";
import { InsertData } from "./insert-data";
import { TemplateLeaves } from "./template-leaves";
import { useDraft } from "./use-draft";
import { useInsert } from "./use-insert";

/** The JSON of a request, with templates inside its texts. */
export function JsonBody({ pointer }: { pointer: Pointer }) {
  const { id, value, set, error, warning } = useField([...pointer, "body"]);
  const [text, setText] = useDraft(value, readJson, writeJson);
  const change = (next: string) => {
    setText(next);
    set(writeJson(next));
  };
  const { control: inserting, insert } = useInsert(text, change, quotedIn);
  const unread = isJsonBody(value) ? undefined : "This is not JSON yet. Write templates inside quotes.";
  return (
    <div className="relative min-w-0">
      <Field
        id={id}
        label="JSON"
        hint={HINT}
        error={error}
        warning={warning ?? unread}
        required
        aside={<InsertData pointer={[...pointer, "body"]} fieldLabel="JSON" onInsert={insert} />}
      >
        {(control) => (
          <Textarea
            {...control}
            {...inserting}
            mono
            value={text}
            spellCheck={false}
            placeholder={'{ "email": "{{ trigger.data.object.email }}" }'}
            onChange={(event) => change(event.target.value)}
            className="min-h-28"
          />
        )}
      </Field>
      <TemplateLeaves step={pointer} at={["body"]} value={value} />
    </div>
  );
}

const HINT = "A text that is exactly one “{{ … }}” keeps its type: a number stays a number, a list a list.";
