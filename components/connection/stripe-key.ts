export type StripeKeyFinding = { mode: "test" | "live"; kind: "restricted" | "secret" } | { problem: string };

const KEY = /^(rk|sk)_(test|live)_\w+$/;

/** What a pasted Stripe key is, told from its prefix alone; the real check is a call to Stripe. */
export function inspectStripeKey(text: string): StripeKeyFinding | null {
  const key = text.trim();
  if (key === "") return null;
  if (key.startsWith("pk_")) {
    return {
      problem: "This is a publishable key (pk_…). Billhook needs a restricted (rk_…) or secret key (sk_…).",
    };
  }
  if (key.startsWith("whsec_")) {
    return { problem: "This is a webhook signing secret. It belongs into the field below." };
  }
  const match = KEY.exec(key);
  if (!match)
    return { problem: "A Stripe key starts with rk_test_, rk_live_, sk_test_ or sk_live_. Copy it again." };
  return {
    mode: match[2] === "live" ? "live" : "test",
    kind: match[1] === "rk" ? "restricted" : "secret",
  };
}

/** Why a pasted signing secret cannot be one, or null. */
export function inspectSigningSecret(text: string): string | null {
  const secret = text.trim();
  if (secret === "" || secret.startsWith("whsec_")) return null;
  return "A signing secret starts with whsec_. In Stripe, open the endpoint and press “Reveal” beside “Signing secret”.";
}
