import type { Test } from "./tests";
import type { Token } from "./tokens";

/** Finds the conditions of one kind in a clause: its tokens, and its text. */
export type Read = (tokens: readonly Token[], text: string) => Test[];

export const low = (token: Token | undefined) => token?.text.toLowerCase() ?? "";
export const span = (tokens: readonly Token[], from: number, to: number) => ({
  start: tokens[Math.max(0, from)]?.start ?? 0,
  end: tokens[Math.min(to, tokens.length - 1)]?.end ?? 0,
});

/** A condition that a pattern of the text alone says. */
export const said =
  (
    pattern: RegExp,
    about: Test["about"],
    op: Test["op"],
    right: (hit: RegExpExecArray) => unknown = () => undefined,
  ): Read =>
  (_tokens, text) => {
    const hit = pattern.exec(text);
    if (!hit) return [];
    const value = right(hit);
    return [
      {
        about,
        op,
        ...(value === undefined ? {} : { right: value }),
        start: hit.index,
        end: hit.index + hit[0].length,
      },
    ];
  };

const DENIAL =
  /\b(?:not|isn['’]?t|aren['’]?t|wasn['’]?t|doesn['’]?t|don['’]?t|other than|except(?: for)?|excluding|outside(?: of)?|non|(?:anything|everything|anyone|everyone|all|any \w+) but|besides|apart from)\b[^,.;:]{0,24}$/i;

/** True when what stands at a place of the text is said not to be so: "everyone but", "outside of", "not in". */
export const isDenied = (text: string, start: number) =>
  DENIAL.test(text.slice(Math.max(0, start - 44), start));
