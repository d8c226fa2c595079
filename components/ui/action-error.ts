/** Why an action failed, in words for the person who tried. */
export interface ActionError {
  message: string;
  /** One of server/errors.ts, when the server said so. */
  code?: string;
  details?: unknown;
  /** Form field → message, from the input's schema. */
  fields: Record<string, string>;
}

interface Issue {
  path: (string | number)[];
  message: string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** zod's issues, where the server sent them instead of a sentence. */
function issuesOf(message: string): Issue[] {
  if (!message.startsWith("[")) return [];
  try {
    const parsed: unknown = JSON.parse(message);
    return Array.isArray(parsed)
      ? parsed.filter((item): item is Issue => isRecord(item) && Array.isArray(item.path))
      : [];
  } catch {
    return [];
  }
}

/** Turns whatever a tRPC call threw into something a form can show. */
export function toActionError(thrown: unknown): ActionError {
  const message = thrown instanceof Error ? thrown.message : "Something went wrong. Please try again.";
  const data = isRecord(thrown) && isRecord(thrown.data) ? thrown.data : {};
  const inner = isRecord(data.failure) ? data.failure : data;
  const fields = Object.fromEntries(issuesOf(message).map((issue) => [issue.path.join("."), issue.message]));
  const first = Object.entries(fields)[0];
  const offline =
    message === "Failed to fetch" ? "Billhook cannot be reached. Check your network and try again." : message;
  const error: ActionError = { message: first ? `${first[0]}: ${first[1]}` : offline, fields };
  if (typeof inner.code === "string") error.code = inner.code;
  if ("details" in inner) error.details = inner.details;
  return error;
}
