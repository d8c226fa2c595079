import type { Act } from "./intent";

/** What changes one profile twice in a row is one change. */
export function merged(acts: Act[]): Act[] {
  const list: Act[] = [];
  for (const act of acts) {
    const last = list.at(-1);
    const isSame =
      act.kind === "do" && last?.kind === "do" && act.deed.id === last.deed.id && MERGED.has(act.deed.id);
    if (isSaidAgain(act, last)) continue;
    if (isSaidBetter(act, last)) list.pop();
    if (isSame)
      list[list.length - 1] = {
        ...last,
        tokens: [...last.tokens, ...act.tokens],
        text: `${last.text}; ${act.text}`,
        end: act.end,
      };
    else if (act.kind === "ways")
      list.push({
        ...act,
        paths: act.paths.map((path) => ({ ...path, acts: merged(path.acts) })),
        otherwise: merged(act.otherwise),
      });
    else list.push(act);
  }
  return list;
}

/** A branch whose other way does nothing is a condition. */
export function unbranched(act: Act): Act[] {
  const [only, ...more] = act.kind === "ways" ? act.paths : [];
  if (act.kind !== "ways" || !only || more.length > 0 || act.otherwise.length > 0) return [act];
  return [{ kind: "test", tests: only.tests }, ...only.acts];
}

/**
 * "Email the buyer and ask them to try again" is one mail; "post it in Slack, channel is #sales" is one message. Said again
 * after a wait, it is sent again.
 */
function isSaidAgain(act: Act, last: Act | undefined): boolean {
  if (act.kind !== "do" || last?.kind !== "do") return false;
  // "a message asking them for another card"
  if (
    TOLD.test(last.deed.id) &&
    TOLD.test(act.deed.id) &&
    /^(?:ask|tell|say|invit|remind|lett|offer|explain)ing\b/i.test(act.text)
  )
    return true;
  if (act.deed.id !== last.deed.id) return false;
  if (/^customerio\.(?:email|message)\.send$/.test(act.deed.id))
    return (
      /^(?:e-?mail|mail|sms|text)$/i.test(last.text) ||
      /^(?:ask|tell|invite|remind|thank|explain|let|say|apologi[sz]e|offer|encourage|congratulate|point|use|include|the template)\b/i.test(
        act.text,
      )
    );
  return (
    act.deed.id === "core.notify" &&
    /^(?:the )?(?:slack )?(?:channel|address|e-?mail)(?: is| =|:)/i.test(act.text)
  );
}

const TOLD = /^customerio\.(?:email|message)\.send$|^core\.notify$/;

/** "I want to know, so tell #sales": only the second says where. */
const isSaidBetter = (act: Act, last: Act | undefined) =>
  act.kind === "do" &&
  last?.kind === "do" &&
  act.deed.id === "core.notify" &&
  last.deed.id === "core.notify" &&
  /^(?:i|we|me|us|i['’]d)\b/i.test(last.text) &&
  act.tokens.some(({ kind }) => kind === "channel" || kind === "address");

/** Said twice of one thing, these are meant once. */
const MERGED = new Set([
  "customerio.person.upsert",
  "stripe.customer.update",
  "stripe.coupon.create",
  "stripe.invoice.pay",
  "stripe.refund.create",
  "stripe.subscription.cancel",
]);

/** Every deed of a list of acts, those of branches included. */
export function flat(acts: readonly Act[]): Extract<Act, { kind: "do" }>[] {
  return acts.flatMap((act) => {
    if (act.kind === "do") return [act];
    return act.kind === "ways"
      ? [...act.paths.flatMap((path) => flat(path.acts)), ...flat(act.otherwise)]
      : [];
  });
}
