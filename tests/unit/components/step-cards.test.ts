import { expect, it } from "vitest";
import { declarationText, membersAt, typeText } from "~/components/code-editor/sample-types";
import { bodyAs, isJsonBody, quotedIn, readJson, writeJson } from "~/components/recipe/body-text";
import { problemsOfLines } from "~/components/recipe/code-problems";
import { listLists } from "~/components/recipe/data-fields";
import { newLookup, withLookupAction } from "~/components/recipe/new-step";
import { placesIn } from "~/server/recipes/lint/value-path";
import { inputPath } from "~/server/recipes/pointer";
import { resolve } from "~/server/recipes/values";

const empty = {
  version: 1 as const,
  trigger: { type: "stripe.event" as const, config: {} },
  steps: [],
  settings: { order: "none" as const },
};

it("names the lists of an event, also those inside their items", () => {
  const event = { data: { lines: [{ taxes: [1] }, {}], none: [] } };
  expect(listLists(event, "trigger").map(({ label }) => label)).toEqual([
    "data.lines",
    "data.lines[0].taxes",
    "data.none",
  ]);
});

it("stores a JSON body as JSON, keeps half-typed text, and puts templates into quotes where they need some", () => {
  const body = { id: "{{ trigger.id }}", list: [1] };
  expect(writeJson(readJson(body))).toEqual(body);
  expect(writeJson('{ "a": ')).toBe('{ "a": ');
  expect(writeJson("  ")).toBeUndefined();
  expect(isJsonBody("{{ trigger.data }}")).toBe(true);
  expect(isJsonBody('{ "a": {{ x }} }')).toBe(false);
  expect(quotedIn('{ "a": ', "{{ x }}")).toBe('"{{ x }}"');
  expect(quotedIn('{ "a": "id \\" ', "{{ x }}")).toBe("{{ x }}");
  expect(bodyAs("raw", body)).toBe(JSON.stringify(body, null, 2));
  expect(bodyAs("form", body)).toEqual({ id: "{{ trigger.id }}", list: "[1]" });
  expect(bodyAs("form", "text")).toBeUndefined();
});

it("names fallbacks of a body as the engine fills it in", () => {
  const filled = { url: "https://a.example", body: { a: "{{ trigger.gone }}", b: ["{{ trigger.gone }}"] } };
  const paths = placesIn(filled.body, ["body"]).map(({ pointer }) => inputPath(pointer));
  expect(paths).toEqual(["body", "body.a", "body.b", "body.b[0]"]);
  const onMissing = { "body.a": 1, "body.b[0]": 2 };
  expect(resolve(filled, { trigger: {}, steps: {} }, { onMissing })).toMatchObject({
    value: { body: { a: 1, b: [2] } },
    missing: [],
  });
});

it("tells what input holds as types, and completes its members", () => {
  const input = { amount: 5, currency: "eur", lines: [{ id: "l1", "odd-key": null }], gone: undefined };
  expect(typeText({ amount: 5, currency: "eur" })).toBe("{ amount: number; currency: string }");
  expect(declarationText(input)).toBe(
    'input: {\n  amount: number;\n  currency: string;\n  lines: { id: string; "odd-key": null }[];\n  gone: unknown;\n}',
  );
  expect(typeText([1, "a"])).toBe("(number | string)[]");
  expect(membersAt(input, "input").map(({ name, type }) => `${name}: ${type}`)).toEqual([
    "amount: number",
    "currency: string",
    "lines: object[]",
    "gone: unknown",
  ]);
  expect(membersAt(input, "input.lines[0]")).toEqual([{ name: "id", type: "string" }]);
  expect(membersAt(input, "input?.lines[9]")).toEqual([]);
  expect(membersAt(input, "output")).toEqual([]);
});

it("finds the line that a problem of the code names", () => {
  const problem = { path: "steps[0].source", severity: "error" as const };
  expect(
    problemsOfLines([
      { ...problem, message: "Line 3: unexpected token." },
      { ...problem, message: "The code is empty." },
    ]),
  ).toEqual([{ line: 3, message: "Line 3: unexpected token." }]);
});

it("changes what a look-up looks for and keeps what both actions have", () => {
  const step = {
    ...newLookup(empty),
    connection: "cio",
    input: { email: "a", limit: 3 },
    onMissing: { email: "x" },
  };
  const connections = [
    { id: "cio", app: "customerio" },
    { id: "acct", app: "stripe" },
  ];
  const action = { id: "stripe.customer.list", app: "stripe", fields: [{ name: "email" }] };
  const { onMissing, ...changed } = withLookupAction(step, action, connections) as typeof step;
  expect(changed).toMatchObject({
    action: "stripe.customer.list",
    connection: "acct",
    input: { email: "a" },
  });
  expect([changed.input, onMissing]).toEqual([{ email: "a" }, undefined]);
});
