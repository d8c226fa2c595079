import { toNumber, toTime } from "./operands";

/**
 * Where Stripe's minor units differ from ISO 4217's, which Intl knows.
 * https://docs.stripe.com/currencies#special-cases
 */
const STRIPE_DECIMALS: Record<string, number> = { ISK: 2, UGX: 2, MGA: 0 };

function decimalsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return STRIPE_DECIMALS[currency] ?? maximumFractionDigits ?? 2;
}

/** Reads an amount in minor units; undefined when amount or currency is none. */
function major(
  amount: unknown,
  currency: unknown,
): { value: number; code: string; decimals: number } | undefined {
  const minor = toNumber(amount);
  if (minor === null || typeof currency !== "string" || !/^[a-z]{3}$/i.test(currency)) return undefined;
  const code = currency.toUpperCase();
  const decimals = decimalsOf(code);
  return { value: minor / 10 ** decimals, code, decimals };
}

/** Filters beyond Liquid's own. What cannot be converted becomes "missing" instead of a wrong text. */
export const FILTERS: Record<string, (value: unknown, ...parameters: unknown[]) => unknown> = {
  /** 4900 with "usd" → "$49.00"; 4900 with "jpy" → "¥4,900". */
  money(amount, currency) {
    const read = major(amount, currency);
    if (!read) return undefined;
    const digits = { minimumFractionDigits: read.decimals, maximumFractionDigits: read.decimals };
    const format = new Intl.NumberFormat("en-US", { style: "currency", currency: read.code, ...digits });
    // ICU puts no-break spaces after a code without a sign; people compare and copy these texts.
    return format.format(read.value).replace(/[\u00a0\u202f]/g, " ");
  },
  /** 4900 with "usd" → the number 49; 4900 with "kwd" → 4.9. */
  major_units: (amount, currency) => major(amount, currency)?.value,
  /** 1790000000 → "2026-09-21T14:13:20.000Z". */
  unix_to_iso(seconds) {
    const time = toTime(seconds);
    return time === null || Math.abs(time) > 8.64e15 ? undefined : new Date(time).toISOString();
  },
  /** "2026-09-21T14:13:20Z" → 1790000000. */
  iso_to_unix(text) {
    const time = toTime(text);
    return time === null ? undefined : Math.floor(time / 1000);
  },
};
