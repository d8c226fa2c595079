import { currencyOf } from "./amounts";
import { countryOf } from "./countries";
import { isDenied, low, type Read } from "./read-condition";
import type { Test } from "./tests";

export const countries: Read = (tokens, text) => {
  const hits = tokens
    .flatMap((token, at) => {
      if (token.kind !== "word" && token.kind !== "quoted") return [];
      const united =
        low(token) === "united"
          ? { kingdom: "GB", states: "US", arab: "AE" }[low(tokens[at + 1])]
          : undefined;
      const code = united ?? countryOf(token.text);
      return code &&
        !(low(tokens[at + 1]) === "time") &&
        currencyOf(low(tokens[at + 1])) === null &&
        !(code === "ZA" && low(tokens[at - 1]) !== "south")
        ? [{ code, token, at }]
        : [];
    })
    .filter(({ at }) => !/^(won|yen|time)$/i.test(tokens[at + 1]?.text ?? ""));
  const [first] = hits;
  const last = hits.at(-1);
  if (!first || !last) return europe(text);
  const isNegated =
    /^(not|outside|except|non|without)$/.test(low(tokens[first.at - 1])) ||
    isDenied(text, text.indexOf(first.token.text));
  const codes = [...new Set(hits.map(({ code }) => code))];
  const place = { start: first.token.start, end: last.token.end };
  if (codes.length === 1)
    return [{ about: "country", op: isNegated ? "neq" : "eq", right: codes[0], ...place }];
  return [{ about: "country", op: isNegated ? "not_in" : "in", right: codes, ...place }];
};

const EU = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");

function europe(text: string): Test[] {
  const hit =
    /\b(?:in|from|inside|within|outside|outside of|non|based in|across) (?:the |all of )?(EU|Europe|European Union|eurozone)\b|\bnon-(EU|european)\b|\b(EU|European) (?:customers?|buyers?|users?|people|clients?|subscribers?|accounts?|companies|orders?|payments?)/i.exec(
      text,
    );
  const name = hit?.[1] ?? hit?.[2] ?? hit?.[3];
  if (!hit || !name) return [];
  const start = hit.index + hit[0].indexOf(name);
  const op = /non|outside/i.test(hit[0]) || isDenied(text, start) ? "not_in" : "in";
  return [{ about: "country", op, right: EU, start, end: start + name.length }];
}
