interface OutcomeWords {
  question: string;
  done: string;
  again: string;
  /** Who can be asked; null where nobody can. */
  vendor: "Customer.io" | "Stripe" | null;
}

const SENDS: Readonly<Record<string, string>> = {
  "customerio.email.send": "this e-mail was sent",
  "customerio.message.send": "this message was sent",
  "customerio.broadcast.trigger": "this broadcast was started",
};

const CUSTOMERIO = Object.keys(SENDS);

/** How a step whose answer was lost is talked about. */
export function outcomeWords(action: string | undefined, kind: string): OutcomeWords {
  const isMessage = kind === "notify" || action === CUSTOMERIO[0] || action === CUSTOMERIO[1];
  const what = SENDS[action ?? ""] ?? (kind === "notify" ? "this message was sent" : "this was done");
  const isAsked = CUSTOMERIO.includes(action ?? "");
  return {
    question: `We do not know whether ${what}`,
    done: isMessage ? "It was sent" : "It was done",
    again: isMessage ? "Send again" : "Do it again",
    vendor: isAsked ? "Customer.io" : action?.startsWith("stripe.") ? "Stripe" : null,
  };
}
