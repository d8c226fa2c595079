/** A line of pretty JSON, or how many lines are left out here. */
export type Line = { text: string; used: boolean } | { left: number; indent: number };

/** A gap of fewer lines is shown: naming it takes as much room. */
const SMALLEST_GAP = 3;

/** All texts and numbers in a value that say something: no flags, no small numbers. */
export function valuesIn(value: unknown): Set<string> {
  const found = new Set<string>();
  collect(value, found);
  return found;
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === "string" ? value.length > 2 : typeof value === "number" && Math.abs(value) >= 100)
    into.add(String(value));
  else if (typeof value === "object" && value !== null)
    for (const member of Object.values(value)) collect(member, into);
}

const SCALAR = /^\s*(?:"(?:\\.|[^"\\])*": )?("(?:\\.|[^"\\])*"|-?\d[\d.eE+-]*),?$/;

function isUsed(line: string, used: ReadonlySet<string>): string | null {
  const text = SCALAR.exec(line)?.[1];
  if (!text) return null;
  const value = String(JSON.parse(text));
  return used.has(value) ? value : null;
}

/** Every line of a value as pretty JSON; `used` marks what another value repeats. */
export function allLines(value: unknown, used: ReadonlySet<string>): { text: string; used: boolean }[] {
  const text = JSON.stringify(value, null, 2) ?? "";
  return text.split("\n").map((line) => ({ text: line, used: isUsed(line, used) !== null }));
}

/** The lines that matter: the first few, where each used value first stands, and what is around those. */
export function excerpt(value: unknown, used: ReadonlySet<string>, first = 4): Line[] {
  const lines = allLines(value, used);
  const keep = keptLines(lines, used, first);
  const shown: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const from = at;
    while (at < lines.length && !keep.has(at)) at++;
    const gap = lines.slice(from, at);
    const indent = gap[0]?.text.search(/\S/) ?? 0;
    if (gap.length < SMALLEST_GAP) shown.push(...gap);
    else shown.push({ left: gap.length, indent });
    const line = lines[at];
    if (line) shown.push(line);
  }
  return shown;
}

function keptLines(lines: readonly { text: string }[], used: ReadonlySet<string>, first: number) {
  const keep = new Set<number>(lines.slice(0, first).keys());
  const seen = new Set<string>();
  const open: number[] = [];
  lines.forEach(({ text }, at) => {
    if (/[{[]$/.test(text)) open.push(at);
    const closed = /^\s*[}\]]/.test(text) ? open.pop() : undefined;
    if (closed !== undefined && keep.has(closed)) keep.add(at);
    const value = isUsed(text, used);
    if (value === null || seen.has(value)) return;
    seen.add(value);
    for (const one of [...open, at]) keep.add(one);
  });
  return keep;
}
