/** Puts `inserted` where the cursor stands (or over the selection) and leaves the cursor behind it. */
export function insertAtCursor(
  input: HTMLTextAreaElement | null,
  text: string,
  inserted: string,
  onChange: (text: string) => void,
): void {
  const from = input?.selectionStart ?? text.length;
  const to = input?.selectionEnd ?? from;
  onChange(text.slice(0, from) + inserted + text.slice(to));
  requestAnimationFrame(() => {
    input?.focus();
    input?.setSelectionRange(from + inserted.length, from + inserted.length);
  });
}
