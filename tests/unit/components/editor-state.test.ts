import { expect, it } from "vitest";
import { describeProblems } from "~/components/recipe/describe-problem";
import { isUnsaved, reduceEditor, startState } from "~/components/recipe/editor-state";
import type { FormField } from "~/components/recipe/form-fields";
import { moveFallback, readRows, writeRows } from "~/components/recipe/named-rows";
import { isWithin, problemsAt, problemsOf, problemText } from "~/components/recipe/problems";
import { conditionText } from "~/server/recipes/condition-text";
import type { Comparison, Definition } from "~/server/recipes/definition";
import type { RecipeView } from "~/server/services/recipe/schemas";

const definition: Definition = {
  version: 1,
  trigger: { type: "stripe.event", config: { events: [] } },
  steps: [],
  settings: { order: "none" },
};
const at = "2026-11-24T00:00:00.000Z";
const problem = { path: "trigger.config.events", severity: "error" as const, message: "No event is chosen." };
const recipe: RecipeView = {
  id: "r",
  name: "Old name",
  status: "draft",
  version: null,
  changed: false,
  shadow: null,
  templateId: null,
  revision: "r1",
  key: null,
  folder: null,
  tags: [],
  archived: false,
  hook: null,
  look: null,
  stoppedAt: null,
  definition,
  problems: [problem],
  createdAt: at,
  updatedAt: at,
};
const start = startState(recipe, definition);
const empty = (old: Definition): Definition => ({
  ...old,
  trigger: { ...old.trigger, config: { events: [] } },
});

it("keeps what was typed while a save was under way, and stays unsaved until it is saved too", () => {
  const typed = reduceEditor(start, { type: "renamed", name: "New" });
  const saving = reduceEditor(typed, { type: "saving" });
  const typedOn = reduceEditor(saving, { type: "renamed", name: "New name" });
  const saved = reduceEditor(typedOn, {
    type: "saved",
    edits: typed.edits,
    definition,
    recipe: { ...recipe, name: "New" },
  });
  expect(saved.name).toBe("New name");
  expect(isUnsaved(saved)).toBe(true);
  expect(isUnsaved(reduceEditor(saved, { type: "saved", edits: saved.edits, definition, recipe }))).toBe(
    false,
  );
});

it("knows after publishing what is live and what only runs beside it", () => {
  const live = reduceEditor(start, { type: "published", mode: "live", status: "live", version: 1 });
  expect(live).toMatchObject({ status: "live", version: 1, changed: false, shadow: null });
  const beside = reduceEditor(live, { type: "published", mode: "shadow", status: "live", version: 2 });
  expect(beside).toMatchObject({
    status: "live",
    version: 1,
    changed: true,
    shadow: { version: 2, changed: false },
  });
  const alone = reduceEditor(start, { type: "published", mode: "shadow", status: "shadow", version: 1 });
  expect(alone).toMatchObject({ status: "shadow", version: 1, changed: false, shadow: null });
  const next = reduceEditor(beside, { type: "published", mode: "live", status: "live", version: 3 });
  expect(next).toMatchObject({ version: 3, changed: false, shadow: null });
});

it("says why a save failed and forgets it once one works", () => {
  const failed = reduceEditor(start, { type: "saveFailed", message: "No network." });
  expect(failed.saveError).toBe("No network.");
  expect(reduceEditor(failed, { type: "saved", edits: 0, definition, recipe }).saveError).toBeNull();
});

it("takes edits back one by one and does them again, and offers what was removed until the next edit", () => {
  const removed = reduceEditor(start, { type: "removed", what: "a step", change: empty });
  expect(removed.removed).toEqual({ what: "a step" });
  expect(reduceEditor(removed, { type: "undone" }).definition).toBe(definition);
  const editedOn = reduceEditor(removed, { type: "changed", change: (old) => ({ ...old, version: 1 }) });
  expect(editedOn.removed).toBeNull();
  const back = reduceEditor(reduceEditor(editedOn, { type: "undone" }), { type: "undone" });
  expect([back.definition, isUnsaved(back)]).toEqual([definition, true]);
  expect(reduceEditor(back, { type: "undone" })).toBe(back);
  expect(reduceEditor(back, { type: "redone" }).definition).toEqual(removed.definition);
});

it("stops at somebody else's draft: keeps mine over it, or takes it as one more edit", () => {
  const mine = reduceEditor(start, { type: "changed", change: empty });
  const theirs = { ...recipe, revision: "r2" };
  const stopped = reduceEditor(mine, { type: "conflicted", recipe: theirs });
  expect(stopped).toMatchObject({ conflict: { revision: "r2" }, saved: { revision: "r1" } });
  const kept = reduceEditor(stopped, { type: "keptMine" });
  expect(kept).toMatchObject({ conflict: null, saved: { revision: "r2" } });
  expect([kept.definition, isUnsaved(kept)]).toEqual([mine.definition, true]);
  const other = { ...definition, settings: { order: "all" as const } };
  const took = reduceEditor(stopped, { type: "tookTheirs", recipe: theirs, definition: other });
  expect([took.definition, took.conflict, isUnsaved(took)]).toEqual([other, null, false]);
  expect(reduceEditor(took, { type: "undone" }).definition).toBe(mine.definition);
});

it("finds a field's problems at and below its path, not at its neighbours", () => {
  expect(isWithin("steps[1].input.to", "steps[1]")).toBe(true);
  expect(isWithin("steps[10]", "steps[1]")).toBe(false);
  expect(problemsAt([problem], "trigger")).toEqual([problem]);
  expect(problemText([{ ...problem, fix: "Choose one." }])).toBe("No event is chosen. Choose one.");
});

it("reads the problems of a refused publish from the error the server sends", () => {
  const error = Object.assign(new Error("no"), {
    data: { failure: { code: "recipe_invalid", details: { problems: [problem] } } },
  });
  expect(problemsOf(error)).toEqual([problem]);
  expect(problemsOf(new Error("offline"))).toBeNull();
});

it("stores named rows, keeps half-typed ones out, and lets fallbacks follow a rename", () => {
  expect(writeRows(readRows({ plan: "{{ x }}", mrr: 49 }))).toEqual({ plan: "{{ x }}", mrr: 49 });
  expect(writeRows([{ id: 0, name: " ", text: "x" }])).toBeUndefined();
  expect(moveFallback({ "attributes.plan": "free" }, "attributes.plan", "attributes.tier")).toEqual({
    "attributes.tier": "free",
  });
  expect(moveFallback({ "attributes.plan": "free" }, "attributes.plan", null)).toEqual({});
});

it("reads a condition aloud", () => {
  const operators = [{ id: "gte", label: "is at least", arity: 2 }];
  const row: Comparison = {
    left: "{{ trigger.data.object.amount }}",
    op: "gte" as Comparison["op"],
    right: 100,
  };
  expect(conditionText({ any: [row, { not: row }] }, operators)).toBe(
    "data.object.amount is at least 100 or not (data.object.amount is at least 100)",
  );
});

it("names a problem's step and field as the page does", () => {
  const step = { id: "mail", kind: "action" as const, action: "a.b", input: {}, onError: "fail" as const };
  const branch = {
    id: "vip",
    kind: "branch" as const,
    paths: [{ id: "big", when: { all: [] }, steps: [step] }],
  };
  const price = { name: "price", title: "Price" };
  const items = { name: "items", title: "Items", item: { fields: [price] } };
  const fields = [{ name: "to", title: "Recipient" }, items] as unknown as FormField[];
  const found = describeProblems(
    [
      { path: "steps[0].paths[0].steps[0].input.to", severity: "error", message: "to is required." },
      {
        path: "steps[0].paths[0].steps[0].input.items[1].price",
        severity: "error",
        message: "items[1].price is required.",
      },
      problem,
    ],
    { ...definition, steps: [branch] },
    { actions: [{ id: "a.b", title: "Send an e-mail", fields }], triggers: [] },
  );
  expect(found.map(({ step: title, message }) => [title, message])).toEqual([
    ["Send an e-mail", "Recipient is required."],
    ["Send an e-mail", "Price 2 is required."],
    [null, "No event is chosen."],
  ]);
});

it("mends what a repair says, and takes that back on undo", () => {
  const repair = {
    label: "Use invoice.paid",
    edits: [{ path: "trigger.config.events[0]", value: "invoice.paid" }],
  };
  const before = { ...definition, trigger: { ...definition.trigger, config: { events: ["invoice.payed"] } } };
  const opened = startState({ ...recipe, problems: [{ ...problem, repair }] }, before);
  expect(opened.problems).toEqual([{ ...problem, repair }]);
  const mended = reduceEditor(opened, { type: "repaired", repair });
  expect(mended.definition.trigger.config).toEqual({ events: ["invoice.paid"] });
  expect([isUnsaved(mended), mended.removed?.done]).toEqual([true, "Mended:"]);
  expect(mended.removed?.at, "where the keyboard goes on after undo").toBe("trigger.config.events[0]");
  expect(reduceEditor(mended, { type: "undone" }).definition).toEqual(before);
});

it("what a button did is taken back alone, also in a field that was being typed in", () => {
  const named = (name: string) => ({ ...definition, trigger: { ...definition.trigger, config: { name } } });
  const typed = reduceEditor(startState(recipe, named("a")), {
    type: "changed",
    change: () => named("emial"),
  });
  const repair = {
    label: "Use email",
    edits: [{ path: "trigger.config.name", value: "email" }],
  };
  const mended = reduceEditor(typed, { type: "repaired", repair });
  expect(mended.definition).toEqual(named("email"));
  expect(reduceEditor(mended, { type: "undone" }).definition).toEqual(named("emial"));
  const accepted = reduceEditor(mended, { type: "accepted", definition: named("e-mail") });
  expect(accepted.removed).toEqual({ what: "in words", done: "Changed" });
  expect(reduceEditor(accepted, { type: "undone" }).definition).toEqual(named("email"));
});
