import { WORD_GROUPS } from "~/server/connectors/word-groups";
import { stem } from "./stem";
import type { Token } from "./tokens";

const TEAM = new Set((WORD_GROUPS.team ?? []).map(stem));
const MARKETING = stem("marketing");
const PERSON = new Set((WORD_GROUPS.person ?? []).map(stem));

/** True when one of the words is like this, as it stands or without its ending. */
export const has = (tokens: readonly Token[], pattern: RegExp) =>
  tokens.some(({ text, stem: one }) => pattern.test(one) || pattern.test(text.toLowerCase()));

/** True when a clause speaks to the team: a channel, an address, a department. */
export function isForTeam(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind, stem: one, text }, at) =>
      kind === "channel" ||
      (kind === "address" && !/^(?:them|customer)/.test(text)) ||
      (kind === "word" &&
        TEAM.has(one) &&
        !(one === MARKETING && /^(from|of|to)$/i.test(tokens[at - 1]?.text ?? "")) &&
        !(
          one === MARKETING &&
          /^(e-?mail|mail|message|campaign|newsletter|text)/i.test(tokens[at + 1]?.text ?? "")
        ) &&
        !(
          text.toLowerCase() === "billing" &&
          /^(portal|period|cycle|address|contact|email|e-mail)/i.test(tokens[at + 1]?.text ?? "")
        ) &&
        !(one === "us" && text === "US") &&
        !/^sale$/i.test(text) &&
        !(one === "growth" && /^plan/i.test(tokens[at + 1]?.text ?? ""))),
  );
}

/** True when a clause speaks of the customer or person. */
export const isForPerson = (tokens: readonly Token[]) =>
  tokens.some(({ kind, stem: one }) => kind === "word" && PERSON.has(one) && one !== "account");

/** Two words next to each other. */
export const says = (tokens: readonly Token[], pattern: RegExp) =>
  tokens.some(
    ({ stem: one }, at) =>
      at > 0 && pattern.test(`${tokens[at - 1]?.text.toLowerCase()} ${one === "strip" ? "stripe" : one}`),
  );
