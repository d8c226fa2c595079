/** Forms that no rule reaches, and spellings that mean the same. */
const IRREGULAR: Readonly<Record<string, string>> = {
  used: "use",
  paid: "pay",
  pays: "pay",
  payed: "pay",
  bought: "buy",
  sent: "send",
  gave: "give",
  given: "give",
  giving: "give",
  left: "leave",
  leaving: "leave",
  lost: "lose",
  losing: "lose",
  won: "win",
  winning: "win",
  went: "go",
  gone: "go",
  goes: "go",
  going: "go",
  became: "become",
  got: "get",
  gets: "get",
  getting: "get",
  made: "make",
  ran: "run",
  told: "tell",
  wrote: "write",
  written: "write",
  held: "hold",
  came: "come",
  coming: "come",
  began: "begin",
  begun: "begin",
  took: "take",
  taken: "take",
  failure: "fail",
  failures: "fail",
  cancellation: "cancel",
  cancelation: "cancel",
  cancellations: "cancel",
  cancelled: "cancel",
  cancelling: "cancel",
  canceling: "cancel",
  refunding: "refund",
  renewal: "renew",
  renewals: "renew",
  expiry: "expire",
  expiration: "expire",
  deletion: "delete",
  creation: "create",
  purchases: "purchase",
  children: "child",
  mails: "email",
  mail: "email",
  mailed: "email",
  mailing: "email",
  "e-mail": "email",
  "e-mails": "email",
  "e-mailed": "email",
  emailing: "email",
  texted: "text",
  finalised: "finalize",
  finalise: "finalize",
  finalises: "finalize",
  customers: "customer",
  costumer: "customer",
  custmer: "customer",
  organisation: "organization",
  programme: "program",
  notification: "notification",
  declined: "decline",
  disputed: "dispute",
  unsubscription: "unsubscribe",
  upgrading: "upgrade",
  signup: "sign_up",
  signups: "sign_up",
  pls: "please",
  plz: "please",
  msg: "message",
  subs: "subscription",
  sub: "subscription",
  acct: "account",
  auth: "authentication",
  pmt: "payment",
  inv: "invoice",
  custs: "customer",
  cust: "customer",
  chargebacks: "chargeback",
};

/** A word without its endings: "failed", "fails" and "failing" are one. */
export function stem(word: string): string {
  const given = word.toLowerCase().replace(/[’']s?$/, "");
  const known = IRREGULAR[given];
  if (known !== undefined) return drop(known);
  return drop(given);
}

function drop(word: string): string {
  let rest = word;
  if (rest.length > 4 && rest.endsWith("ies")) rest = `${rest.slice(0, -3)}y`;
  else if (/(s|x|z|ch|sh)es$/.test(rest) && rest.length > 4) rest = rest.slice(0, -2);
  else if (rest.length > 3 && rest.endsWith("s") && !/(ss|us|is)$/.test(rest)) rest = rest.slice(0, -1);
  if (rest.length > 5 && rest.endsWith("ing")) rest = single(rest.slice(0, -3));
  else if (rest.length > 4 && rest.endsWith("ied")) rest = `${rest.slice(0, -3)}y`;
  else if (rest.length > 4 && rest.endsWith("ed")) rest = single(rest.slice(0, -2));
  return rest.length > 3 && rest.endsWith("e") ? rest.slice(0, -1) : rest;
}

/** "stopp" is "stop"; words that end in a double letter by themselves keep it. */
function single(word: string): string {
  if (word === "add" || word === "err") return word;
  if (/cancell$/.test(word)) return word.slice(0, -1);
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}
