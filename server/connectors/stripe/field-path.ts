export type Segments = readonly (string | number)[];

/** `data.object.items.data[0]["a b"]` → its parts. */
export function parsePath(path: string): Segments {
  const parts = path.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g);
  return [...parts].map(([, index, quoted, name]) =>
    index === undefined ? (name ?? unquoted(quoted ?? "")) : Number(index),
  );
}

/** What stood in quotes; as it is where its escapes are none of JSON's. */
function unquoted(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text.replace(/\\(.)/g, "$1");
  }
}

/** The parts as Liquid takes them. */
export function writtenPath(segments: Segments): string {
  return segments
    .map((part) => {
      if (typeof part === "number") return `[${part}]`;
      return /^[A-Za-z_][\w-]*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
    })
    .join("")
    .replace(/^\./, "");
}

const words = (text: string) => text.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());

/** What a person reads: `data.object.items.data[0].price.nickname` is `Items › Price › Nickname`. */
export function labelOf(segments: Segments): string {
  const [first, second, ...rest] = segments;
  if (first !== "data" || second === undefined) return ["Event", ...named(segments)].join(" › ");
  const start = second === "previous_attributes" ? ["Before the change"] : [];
  return [...start, ...named(rest)].join(" › ") || "Event › Object";
}

/** The names on the way, without the `data` of Stripe's lists and the place of a member inside its list. */
function named(segments: Segments): string[] {
  const kept = segments.filter((part, at) => {
    const next = segments[at + 1];
    return part !== "data" || at === 0 || (next !== undefined && typeof next !== "number");
  });
  return kept.flatMap((part, at) => {
    if (typeof part === "string") return [words(part)];
    return at === kept.length - 1 ? ["First"] : [];
  });
}
