import { Prisma } from "~/server/generated/prisma/client";

/** What stands between two words, in an error as in a search: white space and the punctuation of ASCII. */
const BETWEEN = /[\s!-/:-@[-^_`{|}~]+/;

/** The index `Run_error_words_idx` is on exactly this expression (its migration says why it is so), for a run `r`. */
const ERROR_WORDS = Prisma.raw(
  String.raw`array_to_tsvector(array_remove(regexp_split_to_array(lower('w' || replace(r."workspaceId"::text, '-', '') || ' ' || left(regexp_replace(substring(r."error"::text from '"message" *: *"((?:[^"\\]|\\.)*)"'), '\\(u[0-9a-fA-F]{4}|.)', ' ', 'g'), 500)), '[][[:space:]!-/:-@\\^_` +
    "`" +
    `{|}~]+'), ''))`,
);

/** True for runs `r` whose error message has every word of `text`, the last of them at least begun; null when it has no word. */
export function hasErrorWords(workspaceId: string, text: string): Prisma.Sql | null {
  const words = text.toLowerCase().split(BETWEEN).filter(Boolean);
  if (words.length === 0) return null;
  const own = `w${workspaceId.replaceAll("-", "")}`;
  const query = [`'${own}'`, ...words.map((word) => `'${word}':*`)].join(" & ");
  return Prisma.sql`(r."error" IS NOT NULL AND ${ERROR_WORDS} @@ ${query}::tsquery)`;
}
