import { md5 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { isBlank, toBoolean, toNumber, toText } from "~/server/recipes/operands";
import type { Filter } from "./filter";

const hash = (digest: (bytes: Uint8Array) => Uint8Array) => (value: unknown) => {
  const text = toText(value);
  return text === null || text === "" ? undefined : bytesToHex(digest(utf8ToBytes(text)));
};

/** `active=Paying, past_due=At risk` → its pairs. */
function tableOf(text: string): Map<string, string> {
  const pairs = text.split(/[,;\n]/).map((pair) => {
    const at = pair.indexOf("=");
    return at < 0 ? null : ([pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const);
  });
  return new Map(pairs.filter((pair) => pair !== null));
}

export const TEXT_FILTERS: readonly Filter[] = [
  {
    name: "e164",
    summary: "Writes a phone number as +12015550123; a country says how one without a code is meant.",
    example: { template: "{{ trigger.phone | e164: trigger.country }}", yields: "+12015550123" },
    apply(value, country) {
      const text = toText(value);
      if (text === null || text.length > 100) return undefined;
      const region =
        typeof country === "string" && /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : undefined;
      const found = parsePhoneNumberFromString(text, region as CountryCode | undefined);
      return found?.isPossible() ? found.number : undefined;
    },
  },
  {
    name: "to_array",
    summary: "Splits a text at commas, semicolons and lines into a list, without blanks.",
    example: { template: "{{ trigger.tags | to_array }}", yields: ["vip", "newsletter", "trial"] },
    apply(value) {
      if (Array.isArray(value)) return value;
      const text = toText(value);
      if (text === null) return undefined;
      return text
        .split(/[,;\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== "");
    },
  },
  {
    name: "map_value",
    summary: "Replaces a value by a table; the second parameter is for everything that is not in it.",
    example: {
      template: "{{ trigger.status | map_value: 'active=Paying, past_due=At risk', 'Other' }}",
      yields: "At risk",
    },
    apply(value, table, otherwise) {
      const text = toText(value);
      if (text === null || typeof table !== "string") return otherwise;
      return tableOf(table).get(text) ?? otherwise;
    },
  },
  {
    name: "normalize_email",
    summary: "Trims an e-mail address and writes it in lower case, so that it finds the same person.",
    example: { template: "{{ trigger.email | normalize_email }}", yields: "ada@example.com" },
    apply(value) {
      const text = toText(value)?.trim().toLowerCase() ?? "";
      return /^[^\s@]+@[^\s@]+$/.test(text) ? text : undefined;
    },
  },
  {
    name: "to_number",
    summary: "Turns a text that is a number into that number.",
    example: { template: "{{ trigger.count | to_number }}", yields: 12 },
    apply: (value) => toNumber(value) ?? undefined,
  },
  {
    name: "to_text",
    summary: "Turns a number, or true and false, into text.",
    example: { template: "{{ trigger.amount | to_text }}", yields: "4900" },
    apply: (value) => toText(value) ?? undefined,
  },
  {
    name: "to_boolean",
    summary: "Turns the texts true and false into what they say.",
    example: { template: "{{ 'true' | to_boolean }}", yields: true },
    apply: (value) => toBoolean(value) ?? undefined,
  },
  {
    name: "or_missing",
    summary: "Treats an empty text or list as missing, so that the field's fallback is used.",
    example: { template: "{{ '' | or_missing | default: 'none' }}", yields: "none" },
    apply: (value) => (isBlank(value) ? undefined : value),
  },
  {
    name: "md5",
    summary: "The MD5 hash of a text, as Gravatar and some ad platforms want it.",
    example: {
      template: "{{ trigger.email | normalize_email | md5 }}",
      yields: "3e3417d7ef77d5932a6734b916515ed5",
    },
    apply: hash(md5),
  },
  {
    name: "sha256",
    summary: "The SHA-256 hash of a text.",
    example: {
      template: "{{ 'a' | sha256 }}",
      yields: "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
    },
    apply: hash(sha256),
  },
];
