import { decimalsOf } from "~/server/recipes/filters/money";
import type { Token } from "./tokens";

export interface Amount {
  /** In minor units of its currency, or of a currency with two decimals where none is said. */
  minor: number;
  /** As it was meant by a person: 49.5 */
  major: number;
  /** Lower case; null when none is said. `$` alone is taken for US dollars. */
  currency: string | null;
  /** False for `$`, which several currencies use. */
  isCertain: boolean;
}

const SIGNS: Readonly<Record<string, string>> = {
  $: "usd",
  "€": "eur",
  "£": "gbp",
  "¥": "jpy",
  "₩": "krw",
  "₹": "inr",
};
const WORDS: Readonly<Record<string, string>> = {
  dollar: "usd",
  dollars: "usd",
  buck: "usd",
  bucks: "usd",
  euro: "eur",
  euros: "eur",
  quid: "gbp",
  pound: "gbp",
  pounds: "gbp",
  yen: "jpy",
  won: "krw",
  franc: "chf",
  francs: "chf",
  rupee: "inr",
  rupees: "inr",
};
const CODES = new Set(
  "usd eur gbp jpy krw chf cad aud inr sek nok dkk brl mxn nzd sgd pln czk huf hkd zar thb try ils aed".split(
    " ",
  ),
);

/** The currency a word stands for. */
export function currencyOf(text: string): string | null {
  const word = text.toLowerCase();
  if (CODES.has(word)) return word;
  return WORDS[word] ?? SIGNS[text] ?? null;
}

/** "1.000,50", "1,000.50", "5k": what a person means by digits. */
export function plainNumber(text: string): number | null {
  const found = /^(\d[\d.,]*)\s*([km])?/i.exec(text.trim().replace(/(?<=\d)['’](?=\d)/g, ""));
  if (!found?.[1]) return null;
  const digits = found[1].replace(/[.,]+$/, "");
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  const hasBoth = digits.includes(".") && digits.includes(",");
  const behind = last < 0 ? 0 : digits.length - last - 1;
  const mark = digits.charAt(last);
  const isGrouped = last >= 0 && !hasBoth && (behind === 3 || digits.split(mark).length > 2);
  const clean =
    last < 0 || isGrouped
      ? digits.replace(/[.,]/g, "")
      : `${digits.slice(0, last).replace(/[.,]/g, "")}.${digits.slice(last + 1)}`;
  const value = Number(clean) * (found[2] ? (found[2].toLowerCase() === "k" ? 1000 : 1_000_000) : 1);
  return Number.isFinite(value) ? value : null;
}

/** Reads an amount of money; null when it is none. */
export function amountOf(token: Token, hint: string | null = null): Amount | null {
  const text = token.text;
  const digits = /\d[\d.,'’]*\s*[km]?/i.exec(text);
  const major = digits ? plainNumber(digits[0]) : null;
  if (major === null) return null;
  const around = text.replace(digits?.[0] ?? "", "").trim();
  const sign = around.replace(/^us(?=\$)/i, "");
  const said = /us\$/i.test(text) ? "usd" : currencyOf(sign);
  const currency = hint ?? said;
  if (/^cents?$/i.test(sign))
    return { minor: Math.round(major), major: major / 100, currency: hint, isCertain: false };
  const isCertain = hint !== null || (said !== null && sign !== "$");
  const decimals = currency ? decimalsOf(currency.toUpperCase()) : 2;
  return { minor: Math.round(major * 10 ** decimals), major, currency, isCertain };
}
