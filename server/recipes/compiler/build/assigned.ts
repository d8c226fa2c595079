import { slug } from "../names";
import type { Token } from "../tokens";
import { pathOf } from "./values";

/** Text, numbers and flags as a person writes them. */
function readValue(text: string): unknown {
  const bare = text.replace(/^["'“‘`]|["'”’`]$/g, "").trim();
  if (/^(true|yes|on)$/i.test(bare)) return true;
  if (/^(false|no|off)$/i.test(bare)) return false;
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : bare;
}

/** As text, for what holds nothing else: "yes" stays "yes". */
export const asWritten = (text: string): unknown => text.replace(/^["'“‘`]|["'”’`]$/g, "").trim();

const VALUE = String.raw`("[^"]+"|'[^']+'|“[^”]+”|\x60[^\x60]+\x60|[\w.-]+)`;
const NAME = String.raw`["'\x60]?([a-z][a-z0-9_]*)["'\x60]?`;
const NO_NAME = new Set(
  "the a an their his her its our it to them that this on in person profile customer attribute field stripe cio customerio io as and record him set update save mark flag tag put note people subscription account with new current when for of up be keep data metadata list attributes fields only just client also add".split(
    " ",
  ),
);

/** What a clause says a profile or a record shall hold: `plan=pro`, "set vip to true", "mark as disputed", "update city". */
export function assignedIn(
  text: string,
  tokens: readonly Token[],
  event: string,
  read: (text: string) => unknown = readValue,
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { kind, text: one } of tokens)
    if (kind === "assign") {
      const [, name = "", raw = ""] = /^([\w.]+)\s*:?=\s*(.+)$/.exec(one) ?? [];
      found[name.split(".").at(-1) ?? name] = read(raw);
    }
  for (const hit of text.matchAll(
    new RegExp(
      String.raw`\b${NAME} (?:attribute |field )?(?:to|as) ${VALUE}|\b${NAME} (?:[\w']+ ){0,6}?(?:should|must|shall|has to|needs to|is to|to) (?:become|be|say|read|equal|show|turn|switch to|be set to|go to) ${VALUE}|\b(?:set|save|flag|mark) ${NAME} (true|false|yes|no)\b`,
      "g",
    ),
  )) {
    const name = hit[1] ?? hit[3] ?? hit[5] ?? "";
    const raw = hit[2] ?? hit[4] ?? hit[6] ?? "";
    if (!NO_NAME.has(name) && !NO_NAME.has(raw) && !(name in found)) found[name] = fill(read(raw), event);
  }
  const marked =
    /\b(?:mark|flag|tag|label|set)(?:ed)?\b[^.,;]{0,60}?\bas (?:an? )?["'`]?([\p{L}_-]+(?: [\p{L}_-]+)?)["'`]?/iu.exec(
      text,
    );
  if (marked?.[1] && Object.keys(found).length === 0)
    found[slug(marked[1].replace(/ (?:in|on|and|for|with|customer)$/i, ""))] = true;
  const vip = /\b(?:mark|flag|set|make|tag)\b.*\bvip\b/i.test(text) && Object.keys(found).length === 0;
  if (vip) found.vip = true;
  if (
    Object.keys(found).length === 0 &&
    /\b(?:he|she|they|it) (?:is|are) (?:an? )?paying\b|\bpaying customer\b/i.test(text)
  )
    found.paying_customer = true;
  for (const name of namedFields(text))
    if (!(name in found)) found[name] = fill(name, event) ?? `{{ trigger.data.object.metadata.${name} }}`;
  return found;
}

/** A field's own name as its value means the field of the event. */
function fill(value: unknown, event: string): unknown {
  const path = typeof value === "string" ? pathOf(value, event) : null;
  return path
    ? `{{ trigger.data.object.${path} }}`
    : typeof value === "string" && /^[a-z_]+$/.test(value) && pathOf(value, event) === null
      ? value
      : value;
}

/** Fields that are only named: "with name, email and locale", "update last_payment_date and last_payment_amount". */
export function namedFields(text: string): string[] {
  const listed =
    /\b(?:with|including|incl\.?|containing|set|update|save|store|sync|copy|write|pass|include|their|and the|the)\b((?: ?(?:the|their|his|her|his|its|customer['’]s)? ?[a-z][a-z0-9_]*(?: (?:date|amount|name|reason|number|url|id|email))?(?: ?(?:,|and|\+|&|\/) ?|$| (?=on|to|in|into|from|when|as|for)))+)/i.exec(
      text,
    );
  const names = (listed?.[1] ?? "")
    .split(/,|\band\b|\+|&|\//)
    .map((one) => one.trim().replace(/^(?:the|their|his|her|its) /i, ""))
    .filter((one) => one !== "");
  const known = names
    .map((one) => slug(one.replace(/ (?:on|to|in|into|from|when|as|for)$/i, "")))
    .filter((one) => KNOWN.test(one) || /_/.test(one));
  const written = [...text.matchAll(/\b([a-z]+(?:_[a-z0-9]+)+)\b/g)].map(([, name = ""]) => name);
  return [
    ...new Set([
      ...known,
      ...(/\b(?:set|update|save|store|sync|with|include|write|copy|note|pass)\b/i.test(text) ? written : []),
    ]),
  ].filter((one) => !NO_NAME.has(one) && one !== "customer_io");
}

const KNOWN =
  /^(?:plan|plan_name|mrr|arr|amount|currency|email|name|phone|country|city|address|locale|language|status|trial_end|coupon|interval|price|quantity|seats|reason|total|url|link|number|due_date|brand|last4|product|value|ltv|discount|code|feedback)$/;
