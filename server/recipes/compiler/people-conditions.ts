import { type Read, said } from "./read-condition";

const FREE_MAIL = "gmail|googlemail|outlook|hotmail|yahoo|icloud|gmx";

/** What of a customer may change, as people call it. */
const CHANGING: readonly (readonly [words: string, field: string])[] = [
  ["(?:shipping|delivery) (?:ad+ress?|details)", "shipping"],
  ["(?<!shipping |delivery )(?:billing |postal |home )?ad+ress?(?! book)", "address"],
  ["(?:phone|mobile|telephone)(?: number)?", "phone"],
  ["e-?mail(?: address)?", "email"],
  ["(?:company |full |last )?name", "name"],
  ["metadata", "metadata"],
  ["(?:customer |credit |account )?balance", "balance"],
  ["(?:preferred )?(?:language|locale)s?", "preferred_locales"],
  ["default (?:card|payment method)", "invoice_settings"],
];
const CHANGE = String.raw`(?:chang\w*|updat\w*|edit\w*|correct\w*|new)`;

/** Only an update tells of a change; `fitsStart` keeps the others out. */
const changes: Read = (_tokens, text) => {
  // "address and phone changes": what of it changed does not matter.
  const named = CHANGING.filter(([words]) => new RegExp(String.raw`\b${words}\b`, "i").test(text));
  if (named.length > 1) return [];
  for (const [words, field] of CHANGING) {
    const hit = new RegExp(
      String.raw`\b${words}\b(?: \w+){0,3} ${CHANGE}\b|\b${CHANGE}(?: (?:the|a|an|their|his|her|its|your|of|customer['’]?s?)){0,3} ${words}\b`,
      "i",
    ).exec(text);
    if (hit)
      return [{ about: `field:${field}`, op: "changed", start: hit.index, end: hit.index + hit[0].length }];
  }
  return [];
};

export const people: readonly Read[] = [
  changes,
  said(
    /\b(?:without|no|missing|lacks?|doesn['’]?t have|does not have|has no|hasn['’]?t|have no)(?: any| an| a| set an)? e-?mails?(?: address)?\b/i,
    "email",
    "not_exists",
  ),
  said(
    /\b(?:if|with|has|have|there is|there's|got|when|where|includes?)(?: also)?(?: an?| any)? e-?mails?(?: address(?:es)?)?(?: (?:exists?|is (?:set|present|there|known|given|available)|on file|address))?\b(?! (?:address )?(?:that|with|to|about|from|campaign|saying|ending|ends|in|at|domain|like|contain\w*|is|gets?|bounc\w*))/i,
    "email",
    "exists",
  ),
  said(
    /\be-?mail(?: address)?(?:es)? (?:that )?(?:ends?(?:ing)? (?:with|in|on)|is (?:at|from)|at|domain(?: is)?|contains?) ["'`“]?(@?[\w-]+(?:\.[\w-]+)+)/i,
    "email",
    "ends_with",
    (hit) => (hit[1]?.startsWith("@") ? hit[1] : `@${hit[1]}`),
  ),
  said(
    /(?<![\w.+-])@[\w-]+(?:\.[\w-]+)+(?= (?:addresses|emails?|e-mails?|address|users|customers|people))/i,
    "email",
    "ends_with",
    (hit) => hit[0],
  ),
  said(
    new RegExp(
      String.raw`\b(${FREE_MAIL})(?:\.com)? (?:e-?mail )?(?:address(?:es)?|accounts?|e-?mails?|users?|mailbox)`,
      "i",
    ),
    "email",
    "ends_with",
    (hit) => `@${hit[1]?.toLowerCase()}.com`,
  ),
  said(/\b(?:without|no|has no)(?: a)? phone(?: number)?\b/i, "phone", "not_exists"),
  said(/\b(?:with|has|have|if there is|there's)(?: a)? phone(?: number)?\b/i, "phone", "exists"),
  said(
    /\b(?:without|no|has no|hasn['’]?t (?:added|got|entered))(?: a| any)? (?:card|payment method|default payment method)(?: on file| saved| attached)?\b/i,
    "field:default_payment_method",
    "not_exists",
  ),
];
