"use client";

import { type SyntheticEvent, useRef } from "react";

/** Inserts text where the cursor last stood in a field (at its end before it was ever there). */
export function useInsert(
  text: string,
  onChange: (text: string) => void,
  /** What is put after this much text, when that depends on it. */
  place: (before: string, inserted: string) => string = (_, inserted) => inserted,
) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const cursor = useRef<[number, number] | null>(null);
  const onSelect = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    cursor.current = [currentTarget.selectionStart, currentTarget.selectionEnd];
  };
  const insert = (wanted: string) => {
    const [from, to] = cursor.current ?? [text.length, text.length];
    const inserted = place(text.slice(0, from), wanted);
    onChange(text.slice(0, from) + inserted + text.slice(to));
    const end = from + inserted.length;
    requestAnimationFrame(() => {
      ref.current?.focus();
      ref.current?.setSelectionRange(end, end);
    });
  };
  return { control: { ref, onSelect }, insert };
}
