import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const color = (token: string) => `var(--color-${token})`;

const frame = EditorView.theme({
  "&": {
    border: `1px solid ${color("control")}`,
    borderRadius: "var(--radius-md)",
    backgroundColor: color("surface"),
    color: color("ink"),
    fontSize: "var(--text-xs)",
  },
  "&.cm-focused": { outline: `2px solid ${color("accent")}`, outlineOffset: "0" },
  ".cm-scroller": {
    fontFamily: "var(--font-mono)",
    lineHeight: "1.25rem",
    minHeight: "8rem",
    maxHeight: "32rem",
    overflow: "auto",
  },
  ".cm-content": { padding: "0.375rem 0", caretColor: color("ink"), outline: "none" },
  ".cm-cursor": { borderLeftColor: color("ink") },
  "& .cm-selectionBackground, &.cm-focused .cm-selectionBackground, .cm-content ::selection": {
    backgroundColor: `color-mix(in oklab, ${color("accent")} 28%, transparent) !important`,
  },
  ".cm-gutters": {
    backgroundColor: color("canvas"),
    color: color("faint"),
    border: "none",
    borderRight: `1px solid ${color("line")}`,
    borderRadius: "var(--radius-md) 0 0 var(--radius-md)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLineGutter": { color: color("ink") },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: color("accent-soft"), color: "inherit" },
  ".cm-problem-line": {
    backgroundColor: color("danger-soft"),
    boxShadow: `inset 2px 0 0 ${color("danger")}`,
  },
  ".cm-tooltip": {
    border: `1px solid ${color("line")}`,
    borderRadius: "var(--radius-md)",
    backgroundColor: color("surface"),
    color: color("ink"),
    boxShadow: "var(--shadow-float)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-mono)", maxHeight: "14rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.125rem 0.5rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: color("hover"),
    color: color("ink"),
  },
  ".cm-completionDetail": { color: color("muted"), fontStyle: "normal", marginLeft: "0.75rem" },
});

const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: color("plum") },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: color("ok") },
  { tag: [tags.number, tags.bool, tags.null], color: color("gold") },
  { tag: [tags.comment], color: color("faint"), fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: color("accent-ink") },
  { tag: [tags.propertyName, tags.definition(tags.variableName)], color: color("info") },
  { tag: [tags.invalid], color: color("danger") },
]);

/** The editor in the app's own tokens, which follow light and dark by themselves. */
export const THEME: Extension = [frame, syntaxHighlighting(colors)];
