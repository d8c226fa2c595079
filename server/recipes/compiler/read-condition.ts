import type { Test } from "./tests";
import type { Token } from "./tokens";

/** Finds the conditions of one kind in a clause: its tokens, and its text. */
export type Read = (tokens: readonly Token[], text: string) => Test[];

export const low = (token: Token | undefined) => token?.text.toLowerCase() ?? "";
export const span = (tokens: readonly Token[], from: number, to: number) => ({
  start: tokens[Math.max(0, from)]?.start ?? 0,
  end: tokens[Math.min(to, tokens.length - 1)]?.end ?? 0,
});
