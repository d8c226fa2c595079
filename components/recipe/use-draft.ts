"use client";

import { useState } from "react";

/**
 * Keeps what a person is typing (`draft`) beside what it means (`value`), so that "5 " or a half-typed key is not
 * rewritten under the cursor. When `value` changes from outside, for example by undo, the draft follows it.
 */
export function useDraft<Draft>(
  value: unknown,
  read: (value: unknown) => Draft,
  write: (draft: Draft) => unknown,
): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(() => read(value));
  const isCurrent = JSON.stringify(write(draft)) === JSON.stringify(value);
  return [isCurrent ? draft : read(value), setDraft];
}
