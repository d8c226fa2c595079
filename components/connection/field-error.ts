import type { ActionError } from "~/components/ui/action-error";

/** The message for one credential when the server named it (`details.field`), for showing it below its field. */
export function fieldError(error: ActionError | null, field: string): string | undefined {
  const details = error?.details;
  if (typeof details !== "object" || details === null || !("field" in details)) return undefined;
  return String(details.field).includes(field) ? "Check this one: see the message above." : undefined;
}
