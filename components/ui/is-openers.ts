/** Whether it is its opener that wants a popup closed: by a press, or by taking the focus. The opener sees to that itself. */
export function isOpeners(opener: Element | null, event: Event): boolean {
  if (event.type === "keydown") return false;
  const to = event instanceof FocusEvent ? event.relatedTarget : event.target;
  return to instanceof Node && (opener?.contains(to) ?? false);
}
