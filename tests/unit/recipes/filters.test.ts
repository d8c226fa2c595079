import fc from "fast-check";
import { expect, test } from "vitest";
import { EXAMPLE_SCOPE } from "~/server/recipes/filters/filter";
import { FILTERS } from "~/server/recipes/filters/filters";
import { timeAfter } from "~/server/recipes/filters/time";
import { TemplateError } from "~/server/recipes/liquid";
import { resolve } from "~/server/recipes/values";

const of = (template: string, trigger: object = EXAMPLE_SCOPE.trigger) =>
  resolve(template, { ...EXAMPLE_SCOPE, trigger }).value;

test.each(FILTERS.map((filter) => [filter.name, filter.example] as const))(
  "%s does what its docs say",
  (_, example) => {
    expect(of(example.template)).toEqual(example.yields);
  },
);

test.each<[string, unknown]>([
  ["{{ 4900 | money: 'jpy' }}", "¥4,900"],
  ["{{ 4900 | money: 'kwd' }}", "KWD 4.900"],
  ["{{ 4900 | money: 'nope' }}", undefined],
  ["{{ 49 | minor_units: 'jpy' }}", 49],
  ["{{ 4.9 | minor_units: 'kwd' }}", 4900],
  ["{{ 'x' | minor_units: 'usd' }}", undefined],
  ["{{ 1790000000 | in_zone: 'America/New_York' }}", "2026-09-21T10:13:20-04:00"],
  ["{{ 1790000000 | in_zone: 'Asia/Kolkata' }}", "2026-09-21T19:43:20+05:30"],
  ["{{ 1790000000 | in_zone: 'Mars/Base' }}", undefined],
  ["{{ 'soon' | in_zone: 'UTC' }}", undefined],
  ["{{ '2026-01-31T10:00:00Z' | add_time: 'P1M' }}", "2026-02-28T10:00:00.000Z"],
  ["{{ '2024-01-31T10:00:00Z' | add_time: 'P1M' }}", "2024-02-29T10:00:00.000Z"],
  ["{{ '2026-03-31T10:00:00Z' | add_time: '-P1M' }}", "2026-02-28T10:00:00.000Z"],
  ["{{ '2026-01-31T10:00:00Z' | add_time: 'P1Y2M3DT4H5M6S' }}", "2027-04-03T14:05:06.000Z"],
  ["{{ '2026-01-31T10:00:00Z' | add_time: '3 days' }}", undefined],
  ["{{ '2026-01-31T10:00:00Z' | add_time: 'P' }}", undefined],
  ["{{ '2026-01-31T10:00:00Z' | add_time: 'PT' }}", undefined],
  ["{{ '2026-10-25T12:00:00Z' | start_of_day: 'Europe/Berlin' }}", "2026-10-25T00:00:00+02:00"],
  ["{{ '2026-03-29T12:00:00Z' | start_of_day: 'Europe/Berlin' }}", "2026-03-29T00:00:00+01:00"],
  ["{{ '2026-03-29T12:00:00Z' | start_of_day }}", "2026-03-29T00:00:00+00:00"],
  ["{{ '030 123456' | e164: 'DE' }}", "+4930123456"],
  ["{{ '+44 20 7946 0958' | e164 }}", "+442079460958"],
  ["{{ '+44 20 7946 0958' | e164: 'US' }}", "+442079460958"],
  ["{{ '12' | e164: 'US' }}", undefined],
  ["{{ 'call me' | e164: 'US' }}", undefined],
  ["{{ '020 7946 0958' | e164 }}", undefined],
  ["{{ 'a;;b, c ' | to_array }}", ["a", "b", "c"]],
  ["{{ 'churned' | map_value: 'active=Paying' }}", undefined],
  ["{{ 'churned' | map_value: 'active=Paying', 'Other' }}", "Other"],
  ["{{ 'a' | map_value: 'a=b=c' }}", "b=c"],
  ["{{ 'not an address' | normalize_email }}", undefined],
  ["{{ '1e3' | to_number }}", 1000],
  ["{{ 'twelve' | to_number }}", undefined],
  ["{{ 'yes' | to_boolean }}", undefined],
  ["{{ trigger.nothing | md5 }}", undefined],
  ["{{ trigger.ends_at | days_until }}", 3],
  ["{{ '2026-09-01' | days_since }}", 20],
  ["{{ 'soon' | days_since }}", undefined],
])("%s", (template, expected) => {
  expect(of(template)).toEqual(expected);
});

const anything = fc.oneof(fc.anything(), fc.string(), fc.integer(), fc.double(), fc.date());

test.each(FILTERS.map((filter) => [filter.name, filter.apply] as const))(
  "%s takes anything: it never throws, never changes what it is given, and says the same again",
  (_, apply) => {
    fc.assert(
      fc.property(anything, fc.array(anything, { maxLength: 2 }), (value, parameters) => {
        const before = print([value, parameters]);
        const first = apply(value, ...parameters);
        expect(print(apply(value, ...parameters))).toEqual(print(first));
        expect(print([value, parameters])).toEqual(before);
      }),
      { numRuns: 60 },
    );
  },
);

const print = (value: unknown) =>
  JSON.stringify(value, (_, part) => (typeof part === "bigint" ? `${part}n` : part));

test("templates with filters over anything end in a value or a typed error", () => {
  const names = FILTERS.map(({ name }) => name);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...names), fc.json(), (first, second, json) => {
      try {
        of(`{{ trigger.value | ${first} | ${second}: trigger.value }}`, { value: JSON.parse(json) });
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateError);
      }
    }),
    { numRuns: 300 },
  );
});

test("a duration later and the same duration earlier meet again, but for the ends of months", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: 0, max: 5000 }), (seconds, days) => {
      const later = timeAfter(seconds, `P${days}D`) ?? 0;
      expect(timeAfter(new Date(later).toISOString(), `-P${days}D`)).toBe(seconds * 1000);
    }),
  );
});
