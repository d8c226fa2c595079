import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

/** A line of the code, from 1, and what is wrong with it. */
export interface LineProblem {
  line: number;
  message: string;
}

/** Replaces the marked lines. */
export const showProblems = StateEffect.define<readonly LineProblem[]>();

/** Marks lines; the marks move with the text until others are shown. */
export const problemLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const shown = transaction.effects.find((effect) => effect.is(showProblems));
    if (!shown) return marks.map(transaction.changes);
    const { doc } = transaction.state;
    const found = (shown.value as readonly LineProblem[]).filter(
      ({ line }) => line >= 1 && line <= doc.lines,
    );
    const ranges = found.map(({ line, message }) =>
      Decoration.line({ class: "cm-problem-line", attributes: { title: message } }).range(
        doc.line(line).from,
      ),
    );
    return Decoration.set(ranges, true);
  },
  provide: (field) => EditorView.decorations.from(field),
});
