import type { Action, Effect } from "./define";

const WORDS: Readonly<Record<Effect, string>> = {
  read: "It only reads, so that it is simply repeated after a failure.",
  upsert:
    "It sets things to a state. Doing it twice leaves the same state, so that it is repeated after a failure.",
  keyed:
    "Every call carries a key that stays the same on a retry, a redelivery and a rerun. The vendor drops what it has done already, so that it takes effect once.",
  send: "It may reach a person. When no answer comes, it is not blindly repeated: the run says that the outcome is unknown, and you decide.",
};

const LOOKUP = "Before it makes anything, it looks for what an earlier call has made, and takes that.";

/** What happens when a call of this action fails or is repeated, for somebody who uses it. */
export function retryWords({ effect, lookup }: Pick<Action, "effect" | "lookup">): string {
  return lookup ? `${WORDS[effect]} ${LOOKUP}` : WORDS[effect];
}
