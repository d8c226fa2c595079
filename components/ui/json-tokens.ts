export interface JsonToken {
  text: string;
  className: string;
}

const PATTERN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;

/** Splits one line of pretty-printed JSON into coloured pieces. */
export function jsonTokens(line: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  let end = 0;
  for (const match of line.matchAll(PATTERN)) {
    if (match.index > end) tokens.push({ text: line.slice(end, match.index), className: "text-faint" });
    end = match.index + match[0].length;
    tokens.push({
      text: match[0],
      className: match[2] ? "text-muted" : match[1] ? "text-ok" : match[3] ? "text-plum" : "text-info",
    });
  }
  if (end < line.length) tokens.push({ text: line.slice(end), className: "text-faint" });
  return tokens;
}
