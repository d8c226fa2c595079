import { expect, it } from "vitest";
import { stepsBefore } from "~/components/recipe/definition-edit";
import { previewValue } from "~/components/recipe/preview";
import { sampleScope } from "~/components/recipe/sample-scope";
import { scopeFields } from "~/components/recipe/scope-fields";
import { surroundingsOf } from "~/components/recipe/scope-place";
import { Definition, type Step } from "~/server/recipes/definition";

const track = (id: string, onError: unknown = "fail") => ({
  id,
  kind: "action",
  action: "customerio.event.track",
  input: {},
  onError,
});

const definition = Definition.parse({
  version: 1,
  trigger: { type: "stripe.event", config: { events: ["invoice.paid"] } },
  steps: [
    track("first", "continue"),
    {
      id: "find",
      kind: "lookup",
      action: "customerio.person.find",
      input: {},
      found: [track("known")],
      none: [track("make")],
      many: [track("several")],
      onError: { goto: [track("sorry")] },
    },
    {
      id: "each",
      kind: "loop",
      over: "{{ trigger.lines }}",
      steps: [
        track("mail"),
        {
          id: "inner",
          kind: "loop",
          over: "{{ loop.item.tags }}",
          steps: [track("tag")],
          onError: "fail",
        },
      ],
      collect: "{{ loop.item.id }}",
      onError: { goto: [track("note")] },
    },
    { id: "sum", kind: "code", source: "return 1;", input: { items: ["a", "b"] } },
    track("last"),
  ],
});

const trigger = { lines: [{ id: "l1", tags: ["red", "blue"] }, { id: "l2" }, { id: "l3" }] };
const source = {
  resolver: previewValue,
  actions: [
    { id: "customerio.person.find", sampleOutput: { results: [{ email: "ada@example.com" }] } },
    { id: "customerio.event.track", sampleOutput: { delivered: true } },
  ],
};
const titles = { "customerio.person.find": "Find a person", "customerio.event.track": "Track an event" };
const at = (...pointer: (string | number)[]) =>
  sampleScope(definition, pointer, { trigger, steps: {} }, source);
const preview = (text: string, ...pointer: (string | number)[]) => previewValue(text, at(...pointer).scope);
const templates = (...pointer: (string | number)[]) =>
  scopeFields(at(...pointer), titles).flatMap(({ fields }) => fields.map(({ template }) => template));
const ids = (steps: readonly Step[]) => steps.map(({ id }) => id);

it("knows the lists around a place in loops, look-ups and fallbacks", () => {
  const inTag = surroundingsOf(definition, ["steps", 2, "steps", 1, "steps", 0, "input", "name"]);
  expect(inTag.map(({ inside }) => inside?.step.id ?? null)).toEqual([null, "each", "inner"]);
  expect(ids(stepsBefore(definition, ["steps", 2, "steps", 1, "steps", 0]))).toEqual([
    "first",
    "find",
    "mail",
  ]);
  expect(ids(stepsBefore(definition, ["steps", 1, "onError", "goto", 0]))).toEqual(["first"]);
  expect(ids(stepsBefore(definition, ["steps", 3, "input", "items", 1]))).toEqual(["first", "find", "each"]);
});

it("previews the first item of a loop's list, and of a loop inside it", () => {
  expect(preview("{{ loop.item.id }}", "steps", 2, "steps", 0)).toEqual({ found: true, value: "l1" });
  expect(preview("{{ loop.number }}/{{ loop.count }}", "steps", 2, "steps", 0)).toMatchObject({
    value: "1/3",
  });
  const inner = ["steps", 2, "steps", 1, "steps", 0] as const;
  expect(preview("{{ loop.item }}", ...inner)).toMatchObject({ value: "red" });
  expect(preview("{{ loop.parent.item.id }}", ...inner)).toMatchObject({ value: "l1" });
  expect(templates(...inner)).toEqual(
    expect.arrayContaining(["{{ loop.item }}", "{{ loop.index }}", "{{ loop.parent.item.id }}"]),
  );
  expect(preview("{{ loop.item.id }}", "steps", 4)).toMatchObject({ found: false });
  expect(templates("steps", 4).filter((template) => template.includes("loop"))).toEqual([]);
});

it("offers what the loop's own steps put out to what it collects, and its counts to later steps", () => {
  expect(templates("steps", 2, "collect")).toEqual(
    expect.arrayContaining(["{{ loop.item.id }}", "{{ steps.mail.output.delivered }}"]),
  );
  expect(templates("steps", 4)).toEqual(
    expect.arrayContaining(["{{ steps.each.output.count }}", "{{ steps.sum.output }}"]),
  );
  expect(templates("steps", 4)).not.toContain("{{ steps.mail.output.delivered }}");
  expect(preview("{{ steps.each.output.count }}", "steps", 4)).toMatchObject({ value: 3 });
});

it("offers what a look-up found, as the path has it", () => {
  const email = "{{ steps.find.output.item.email }}";
  expect(preview(email, "steps", 1, "found", 0)).toMatchObject({ value: "ada@example.com" });
  expect(preview("{{ steps.find.output.count }}", "steps", 1, "none", 0)).toMatchObject({ value: 0 });
  expect(preview("{{ steps.find.output.match }}", "steps", 1, "many", 0)).toMatchObject({ value: "many" });
  expect(templates("steps", 4)).toEqual(
    expect.arrayContaining([
      email,
      "{{ steps.find.output.match }}",
      "{{ steps.find.output.items[0].email }}",
    ]),
  );
});

it("offers the failure inside a fallback, and after one that the run went on from", () => {
  const message = (id: string) => `{{ steps.${id}.error.message }}`;
  expect(templates("steps", 1, "onError", "goto", 0)).toContain(message("find"));
  expect(templates("steps", 1, "onError", "goto", 0)).not.toContain("{{ steps.find.output.match }}");
  expect(preview(message("find"), "steps", 1, "onError", "goto", 0)).toMatchObject({ found: true });
  expect(templates("steps", 4)).toEqual(expect.arrayContaining([message("first"), message("find")]));
  expect(templates("steps", 2, "onError", "goto", 0)).toEqual(
    expect.arrayContaining(["{{ loop.item.id }}", message("mail")]),
  );
  expect(templates("steps", 3)).not.toContain(message("mail"));
});

it("offers only lists to a loop, those of the item to a loop inside", () => {
  const lists = (...pointer: (string | number)[]) =>
    scopeFields(at(...pointer), titles, "lists").flatMap(({ fields }) =>
      fields.map(({ template }) => template),
    );
  expect(lists("steps", 2, "over")).toEqual(["{{ steps.find.output.items }}"]);
  expect(lists("steps", 2, "steps", 1, "over")).toContain("{{ loop.item.tags }}");
});
