import { amounts, assigned, currencies } from "./amount-conditions";
import { countries } from "./country-conditions";
import { failures } from "./failure-conditions";
import { objects } from "./object-conditions";
import { people } from "./people-conditions";
import { intervals, plans } from "./plan-conditions";
import { type Read, said } from "./read-condition";
import { attempts, statuses } from "./status-conditions";
import type { Test } from "./tests";
import type { Token } from "./tokens";

/** Every condition that a clause of a sentence names. */
export function conditionsOf(tokens: readonly Token[], text: string): Test[] {
  const found = READERS.flatMap((read) => read(tokens, text));
  return found.filter(
    (one, index) =>
      !found
        .slice(0, index)
        .some(
          (other) =>
            other.about === one.about &&
            other.op === one.op &&
            (other.about !== "status" || other.right === one.right),
        ),
  );
}

const READERS: readonly Read[] = [
  amounts,
  currencies,
  assigned,
  countries,
  plans,
  intervals,
  statuses,
  attempts,
  ...failures,
  ...people,
  ...objects,
  said(
    /\b(?:fully|full|complete(?:ly)?|entire(?:ly)?|in full|whole) ?(?:refund\w*)?\b(?=.*refund)|\brefund\w*\b[^.]*\b(?:in full|fully|full|completely|entirely)\b|\bfull refunds?\b/i,
    "refunded",
    "eq",
    () => true,
  ),
  said(/\b(?:partial(?:ly)?|part of)\b/i, "refunded", "eq", () => false),
  said(
    /\b(?:got|gets?|receives?|received|returned?) (?:\w+ )?(?:all|everything|the whole|the full)\b[^,.;]*\b(?:back|refunded)\b/i,
    "refunded",
    "eq",
    () => true,
  ),
  said(
    /\b(?:it['’]s|it is|is) (?:the|their|a) first\b|(?<!\b(?:not|except|but|after|beyond|than)(?: \w+['’]?s?){0,2} (?:very )?)\bfirst (?:subscription )?(?:invoice|payment of a subscription|subscription payment)\b|\bbilling_reason ?(?:={1,3}|is|:)? ?["'`]?subscription_create\b/i,
    "billing_reason",
    "eq",
    () => "subscription_create",
  ),
  said(
    /\b(?:renewals?|renews?|renewed|recurring (?:payment|invoice|charge)s?)\b(?=.*\b(?:pa(?:y|id)|succe|invoice|charge|go|go_through|happen|for|subscription|plan|,|thank|$))|\bbilling_reason ?(?:={1,3}|is|:)? ?["'`]?subscription_cycle\b|\b(?:not|except|excluding|besides|other than|beyond)(?: \w+['’]?s?){0,2} (?:very )?first (?:one|invoice|payment|charge|time)\b/i,
    "billing_reason",
    "eq",
    () => "subscription_cycle",
  ),
  said(
    /\b(?:no more|out of|no further|without (?:any )?(?:more|further)) (?:re-?tries|attempts)\b|\bretries (?:are|have been|were) (?:exhausted|over|used up)\b|\b(?:last|final) (?:attempt|retry|try)\b/i,
    "field:next_payment_attempt",
    "not_exists",
  ),
  said(
    /\b(?:without|no|skips? the|not having|has no)(?: a| any)? (?:free )?trial\b/i,
    "field:trial_end",
    "not_exists",
  ),
  said(
    /\b(?:with|has|having|including|starts? (?:on|in|as))(?: a| an)? (?:\d+[- ]day )?(?:free )?trial\b(?! (?:ending|end|about|that))/i,
    "field:trial_end",
    "exists",
  ),
  said(
    /\b(?:upgrad(?:e|es|ed|ing)|(?:moves?|goes|switch(?:es)?) (?:up )?to a (?:higher|bigger|more expensive|better))\b/i,
    "plan",
    "went_up",
  ),
  said(
    /\b(?:downgrad(?:e|es|ed|ing)|(?:moves?|goes|switch(?:es)?) (?:down )?to a (?:lower|smaller|cheaper))\b/i,
    "plan",
    "went_down",
  ),
  said(
    /\b(?:adds?|added|buys?|bought|more|extra|increases?|increased|new) (?:\w+ ){0,3}(?:seats?|licen[cs]es?)\b|\b(?:seats?|licen[cs]es?|quantity) (?:\w+ ){0,2}(?:added|go(?:es)? up|going up|went up|increases?|grows?|grew)\b/i,
    "quantity",
    "went_up",
  ),
  said(
    /\b(?:removes?|removed|drops?|fewer|less|reduces?|reduced|loses?) (?:\w+ ){0,3}(?:seats?|licen[cs]es?)\b|\b(?:seats?|licen[cs]es?|quantity) (?:\w+ ){0,2}(?:removed|go(?:es)? down|going down|went down|decreases?|shrinks?|drops?)\b/i,
    "quantity",
    "went_down",
  ),
  said(
    /\b(?:quantity|number of (?:seats|licen[cs]es)|seats?(?: count)?)\b(?: \w+){0,4} chang\w*|\bchang\w* (?:\w+ ){0,3}(?:quantity|seats?)\b/i,
    "quantity",
    "changed",
  ),
];
