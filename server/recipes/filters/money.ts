import { toNumber } from "~/server/recipes/operands";
import type { Filter } from "./filter";

/**
 * Where Stripe's minor units differ from ISO 4217's, which Intl knows.
 * https://docs.stripe.com/currencies#special-cases
 */
const STRIPE_DECIMALS: Record<string, number> = { ISK: 2, UGX: 2, MGA: 0 };

/** How many decimals Stripe keeps of a currency; the code in capitals. */
export function decimalsOf(currency: string): number {
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

/** 4900 with "usd" → "$49.00"; 4900 with "jpy" → "¥4,900"; undefined when amount or currency is none. */
export function money(amount: unknown, currency: unknown): string | undefined {
  const read = major(amount, currency);
  if (!read) return undefined;
  const digits = { minimumFractionDigits: read.decimals, maximumFractionDigits: read.decimals };
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency: read.code, ...digits });
  // ICU puts no-break spaces after a code without a sign; people compare and copy these texts.
  return format.format(read.value).replace(/[\u00a0\u202f]/g, " ");
}

/** 4900 with "usd" → 49; 4900 with "kwd" → 4.9. */
export const majorUnits = (amount: unknown, currency: unknown) => major(amount, currency)?.value;

export const MONEY_FILTERS: readonly Filter[] = [
  {
    name: "money",
    summary: "Writes an amount in minor units as money, with the currency's own decimals.",
    example: { template: "{{ trigger.amount | money: trigger.currency }}", yields: "$49.00" },
    apply: money,
  },
  {
    name: "major_units",
    summary: "Turns an amount in minor units into a number of whole units.",
    example: { template: "{{ trigger.amount | major_units: trigger.currency }}", yields: 49 },
    apply: majorUnits,
  },
  {
    name: "minor_units",
    summary: "Turns whole units into minor units, as Stripe takes them.",
    example: { template: "{{ 49.5 | minor_units: trigger.currency }}", yields: 4950 },
    apply(amount, currency) {
      const whole = toNumber(amount);
      const read = major(0, currency);
      return whole === null || !read ? undefined : Math.round(whole * 10 ** read.decimals);
    },
  },
];
