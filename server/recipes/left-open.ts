import type { Problem } from "./definition";

/** What a draft from a sentence leaves to a person: which account, which channel, and the consent to what cannot be undone. */
export function isLeftOpen({ path }: Problem): boolean {
  return /\.(connection|channel|confirm)$/.test(path);
}
