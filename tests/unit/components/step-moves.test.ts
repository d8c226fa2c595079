import { describe, expect, it } from "vitest";
import { noHistory, redone, remembered, undone } from "~/components/recipe/history";
import { copiesOf } from "~/components/recipe/step-copies";
import { stepFace } from "~/components/recipe/step-face";
import { insertSteps, moveSteps, nextSpot, outermost, removeSteps } from "~/components/recipe/step-moves";
import { stepsToText, textToSteps } from "~/components/recipe/step-text";
import type { Definition, Step } from "~/server/recipes/definition";
import { withValueAt } from "~/server/recipes/pointer";
import { allSteps } from "~/server/recipes/step-tree";

const track = (id: string, input: Record<string, unknown> = {}): Step => ({
  id,
  kind: "action",
  action: "customerio.event.track",
  input,
  onError: "fail",
});
const branch: Step = {
  id: "vip",
  kind: "branch",
  paths: [
    { id: "big", when: { all: [] }, steps: [track("mail"), track("tag")] },
    { id: "small", when: { all: [] }, steps: [] },
  ],
};
const recipe = (steps: Step[]): Definition => ({
  version: 1,
  trigger: { type: "manual", config: {} },
  steps,
  settings: { order: "none" },
});
const draft = recipe([track("person"), branch, track("last")]);
const order = (definition: Definition | null) =>
  definition ? allSteps(definition.steps).map(({ journalPath }) => journalPath) : null;

describe("moving steps", () => {
  it("takes them into and out of paths, several at once, and never into themselves", () => {
    const into = moveSteps(
      draft,
      [
        ["steps", 0],
        ["steps", 2],
      ],
      { list: ["steps", 1, "paths", 1, "steps"], index: 0 },
    );
    expect(order(into)).toEqual(["vip", "vip.big.mail", "vip.big.tag", "vip.small.person", "vip.small.last"]);
    const out = moveSteps(draft, [["steps", 1, "paths", 0, "steps", 1]], { list: ["steps"], index: 3 });
    expect(order(out)).toEqual(["person", "vip", "vip.big.mail", "last", "tag"]);
    expect(moveSteps(draft, [["steps", 1]], { list: ["steps", 1, "otherwise"], index: 0 })).toBeNull();
    expect(moveSteps(draft, [["steps", 1]], { list: ["steps"], index: 2 }), "where it is already").toBeNull();
  });

  it("goes from place to place with the keyboard, through every path and out again", () => {
    const seen: (string[] | null)[] = [];
    let now = recipe([track("one"), branch]);
    for (let moves = 0; moves < 6; moves += 1) {
      const pointer = allSteps(now.steps).find(({ step }) => step.id === "one")?.pointer ?? [];
      const spot = nextSpot(now, pointer, 1);
      const next = spot && moveSteps(now, [pointer], spot);
      if (!next) break;
      now = next;
      seen.push(order(now)?.filter((path) => path.endsWith("one")) ?? null);
    }
    expect(seen.flat()).toEqual([
      "vip.big.one",
      "vip.big.one",
      "vip.big.one",
      "vip.small.one",
      "vip.otherwise.one",
      "one",
    ]);
    expect(nextSpot(draft, ["steps", 0], -1)).toBeNull();
  });

  it("removes a step with what is in it, once", () => {
    const chosen = outermost(draft, [
      ["steps", 1, "paths", 0, "steps", 0],
      ["steps", 1],
      ["steps", 0],
    ]);
    expect(chosen).toEqual([
      ["steps", 0],
      ["steps", 1],
    ]);
    expect(order(removeSteps(draft, chosen))).toEqual(["last"]);
  });
});

describe("copies of steps", () => {
  it("get ids of their own, and speak of each other, not of the first ones", () => {
    const group: Step[] = [
      track("person"),
      {
        ...branch,
        otherwise: [
          track("note", {
            a: "{{ steps.person.output.id }} and steps.person",
            b: '{% if steps["mail"].output %}{{ steps.last.output }}{% endif %}',
          }),
        ],
      } as Step,
    ];
    const copies = copiesOf(recipe([...group, track("last")]), group);
    expect(allSteps(copies).map(({ journalPath }) => journalPath)).toEqual([
      "person_2",
      "vip_2",
      "vip_2.big_2.mail_2",
      "vip_2.big_2.tag_2",
      "vip_2.otherwise.note_2",
    ]);
    const note = allSteps(copies).find(({ step }) => step.id === "note_2")?.step;
    expect(note).toMatchObject({
      input: {
        a: "{{ steps.person_2.output.id }} and steps.person",
        b: '{% if steps["mail_2"].output %}{{ steps.last.output }}{% endif %}',
      },
    });
  });

  it("go through text and come back the same", async () => {
    expect(await textToSteps(stepsToText([branch]))).toEqual([branch]);
    expect(await textToSteps(JSON.stringify(track("one")))).toEqual([track("one")]);
    expect(await textToSteps(JSON.stringify({ name: "A recipe", definition: draft }))).toEqual(draft.steps);
    for (const text of ["hello", "{}", "[]", "null", '{"steps":{}}'])
      expect(await textToSteps(text), text).toMatch(/holds no steps/);
    expect(await textToSteps('[{"id":"1 2","kind":"stop"}]')).toMatch(
      /^Step 1 of the clipboard is no step: id/,
    );
  });
});

describe("the history of a draft", () => {
  const base = recipe([track("one", { name: "" }), track("two", { name: "other" })]);
  const typed = (name: string) => withValueAt(base, ["steps", 0, "input", "name"], () => name);

  it("goes back and forward; typing on in one field is one edit", () => {
    const steps = [
      typed(""),
      typed("a"),
      typed("ab"),
      insertSteps(typed("ab"), { list: ["steps"], index: 0 }, [branch]),
    ];
    let history = noHistory;
    steps.slice(1).forEach((to, index) => {
      history = remembered(history, steps[index] ?? to, to);
    });
    expect(history.past).toEqual([steps[0], steps[2]]);
    const last = steps[3] ?? typed("");
    const back = undone(history, last);
    expect(back?.definition).toBe(steps[2]);
    expect(back && redone(back.history, back.definition)?.definition).toBe(last);
    expect(undone(noHistory, last)).toBeNull();
  });

  it("keeps a bounded number of edits, and forgets what was taken back once something else is done", () => {
    let history = noHistory;
    for (let count = 0; count < 500; count += 1)
      history = remembered(history, recipe([]), recipe([track(`s${count}`)]));
    expect(history.past.length).toBe(200);
    const back = undone(history, recipe([]));
    expect(back && remembered(back.history, recipe([]), draft).future).toEqual([]);
  });
});

it("says in one line what a step does", () => {
  const catalog = {
    actions: [],
    operators: [{ id: "gte" as const, label: "is at least", arity: 2 }],
    channels: [],
  };
  const face = (step: Step) => stepFace(step, catalog);
  expect(face(track("a", { name: "{{ trigger.data.object.email }}" }))).toEqual({
    title: "customerio.event.track",
    summary: "email",
    app: "customerio",
  });
  const when = { left: "{{ trigger.data.object.amount }}", op: "gte" as const, right: 100 };
  expect(face({ id: "f", kind: "filter", when }).summary).toContain("is at least 100");
  expect(face({ id: "w", kind: "delay", for: "P3D" }).summary).toBe("For 3 days");
  expect(face(branch).summary).toBe("2 paths");
});
