/** A run as its own marks are known: its id, and its start (ISO 8601), which templates see as `now`. */
export interface Marks {
  id: string;
  startedAt: string | null;
}

/** What no two runs share, their ids and starts, is no difference between what their versions would send. */
export function neutral<T>(value: T, { id, startedAt }: Marks): T {
  if (value === undefined || value === null) return value;
  const text = JSON.stringify(value).replaceAll(id, "<run.id>");
  return JSON.parse(startedAt ? text.replaceAll(startedAt, "<now>") : text);
}
