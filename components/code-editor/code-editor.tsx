"use client";

import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript, javascriptLanguage } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { completeInput } from "./input-completion";
import { type LineProblem, problemLines, showProblems } from "./problem-lines";
import { THEME } from "./theme";

interface CodeEditorProps {
  /** Of the element that takes the focus. */
  id: string;
  label: string;
  describedBy?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** What `input` holds for the sample event. */
  input: unknown;
  problems: readonly LineProblem[];
}

/** JavaScript in colours, with completion of `input.…`. Escape, then Tab, leaves it by keyboard. */
export function CodeEditor({ id, label, describedBy, value, onChange, input, problems }: CodeEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef({ value, onChange, input });
  latest.current = { value, onChange, input };

  useEffect(() => {
    if (!parent.current) return;
    const attributes = {
      id,
      "aria-label": label,
      ...(describedBy ? { "aria-describedby": describedBy } : {}),
    };
    const made = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          ...BASE,
          javascriptLanguage.data.of({ autocomplete: completeInput(() => latest.current.input) }),
          EditorView.contentAttributes.of(attributes),
          EditorView.updateListener.of(({ docChanged, state }) => {
            const text = state.doc.toString();
            if (docChanged && text !== latest.current.value) latest.current.onChange(text);
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [id, label, describedBy]);

  useEffect(() => {
    const shown = view.current?.state.doc;
    // A change from outside, such as undo; what is typed here is there already.
    if (shown && shown.toString() !== value)
      view.current?.dispatch({ changes: { from: 0, to: shown.length, insert: value } });
  }, [value]);

  const marks = JSON.stringify(problems);
  useEffect(() => {
    view.current?.dispatch({ effects: showProblems.of(JSON.parse(marks) as LineProblem[]) });
  }, [marks]);

  return <div ref={parent} className="min-w-0" />;
}

const BASE = [
  lineNumbers(),
  highlightActiveLineGutter(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  autocompletion({ icons: false }),
  javascript(),
  problemLines,
  EditorView.lineWrapping,
  EditorState.tabSize.of(2),
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, indentWithTab]),
  THEME,
];
