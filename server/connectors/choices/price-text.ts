import type Stripe from "stripe";
import { majorUnits, money } from "~/server/recipes/filters/money";

/** "$49.00" from minor units. */
export function moneyText(amount: number, currency: string): string {
  return money(amount, currency) ?? `${amount} ${currency}`;
}

function amountText({ unit_amount, unit_amount_decimal, currency, ...price }: Stripe.Price): string {
  if (price.custom_unit_amount) return "customer chooses the amount";
  if (price.billing_scheme === "tiered") return "tiered";
  if (unit_amount !== null) return unit_amount === 0 ? "free" : moneyText(unit_amount, currency);
  const major = majorUnits(Number(unit_amount_decimal), currency);
  return major === undefined ? "no amount" : `${major} ${currency.toUpperCase()}`;
}

function rhythmText({ recurring }: Stripe.Price): string {
  if (!recurring) return " once";
  const { interval, interval_count: count, usage_type } = recurring;
  const rhythm = count === 1 ? ` a ${interval}` : ` every ${count} ${interval}s`;
  return usage_type === "metered" ? `${rhythm}, by usage` : rhythm;
}

/** "$49.00 a month", "tiered every 3 months, by usage". */
export function priceText(price: Stripe.Price): string {
  return amountText(price) + rhythmText(price);
}

/** "25% off for 3 months", "$10.00 off once". */
export function discountText({
  percent_off,
  amount_off,
  currency,
  duration,
  duration_in_months,
}: Stripe.Coupon): string {
  const off =
    percent_off === null ? `${moneyText(amount_off ?? 0, currency ?? "usd")} off` : `${percent_off}% off`;
  if (duration !== "repeating") return `${off} ${duration === "once" ? "once" : "forever"}`;
  return `${off} for ${duration_in_months} ${duration_in_months === 1 ? "month" : "months"}`;
}
