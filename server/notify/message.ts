import type { FailureRecord } from "~/server/services/failure/export-schemas";
import type { CapturedRequest } from "~/server/services/run/schemas";

/** What somebody of the team is told. `key` is the same when it is sent again. */
export interface Notification {
  title: string;
  text: string;
  key: string;
  /** The page that it is about. */
  link?: string;
  recipe?: { id: string; name: string };
  run?: { id: string };
  /** What it is, where a rule says it: the rule's kind. */
  kind?: string;
  /** The failed run that it is about; of several, the first. */
  failure?: FailureRecord;
}

export interface Delivery {
  delivered: true;
  /** What became of it, in a few words. */
  detail: string;
}

export interface Sending {
  /** Nothing is sent; `onRequest` gets what would be. */
  dryRun: boolean;
  /** Gets every request with its answer, without secrets. */
  onRequest(captured: CapturedRequest): void;
}

/** For what belongs to no run: really sent, and in no log. */
export const SILENT: Sending = { dryRun: false, onRequest: () => undefined };

const MOST_TITLE = 200;
const MOST_TEXT = 10_000;

/** Line breaks and whatever else could end a mail's header early. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Control characters that no text needs; PostgreSQL refuses the first of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A title as every channel can show it: one line, 200 characters at most. */
export function fitTitle(title: string): string {
  return cut(title.toWellFormed().replace(BREAKS, " ").trim(), MOST_TITLE);
}

/** A text as every channel can show it: no control characters, 10,000 characters at most. */
export function fitText(text: string): string {
  return cut(text.toWellFormed().replaceAll("\r\n", "\n").replace(UNPRINTABLE, "").trim(), MOST_TEXT);
}

/** Never through the middle of a character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
