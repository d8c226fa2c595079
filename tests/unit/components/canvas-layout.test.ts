import { describe, expect, it } from "vitest";
import { layOut } from "~/components/recipe/canvas/layout";
import type { CanvasPlace, Layout } from "~/components/recipe/canvas/layout-types";
import { foldedAround, placeOfPath } from "~/components/recipe/canvas/place-of-path";
import { stepLabel } from "~/components/recipe/canvas/place-text";
import { commandOf } from "~/components/recipe/canvas/shortcuts";
import { neighbour, stepsBetween } from "~/components/recipe/canvas/walk";
import { spotsOf } from "~/components/recipe/step-moves";
import type { Step } from "~/server/recipes/definition";
import { pointerText } from "~/server/recipes/pointer";

const track = (id: string): Step => ({
  id,
  kind: "action",
  action: "customerio.event.track",
  input: {},
  onError: "fail",
});
const stop: Step = { id: "end", kind: "stop", status: "succeeded" };
const branch: Step = {
  id: "vip",
  kind: "branch",
  paths: [
    { id: "big", name: "Over $100", when: { all: [] }, steps: [track("mail"), track("tag")] },
    { id: "small", when: { all: [] }, steps: [] },
  ],
};
const loop: Step = {
  id: "each",
  kind: "loop",
  over: "",
  concurrency: 1,
  limit: 10,
  steps: [{ ...track("line"), onError: { goto: [track("instead")] } } as Step],
  onError: "fail",
};
const steps = [track("person"), branch, loop, track("last")];
const layout = layOut(steps);
const keys = (places: readonly CanvasPlace[]) => places.map(({ key }) => key);
const at = ({ places }: Layout, key: string) => {
  const place = places.find((one) => one.key === key);
  if (!place) throw new Error(`${key} is not on the canvas.`);
  return place;
};
const middle = ({ x, width }: CanvasPlace) => x + width / 2;

describe("the layout of a recipe", () => {
  it("puts trigger, steps and ways in reading order, with a place to add in every empty way", () => {
    expect(keys(layout.places)).toEqual([
      "trigger",
      "step:person",
      "step:vip",
      "step:vip/big",
      "step:mail",
      "step:tag",
      "step:vip/small",
      "step:vip/small/+",
      "step:vip/otherwise",
      "step:vip/otherwise/+",
      "step:each",
      "step:line",
      "step:line/fallback",
      "step:instead",
      "step:last",
      "root/+",
    ]);
  });

  it("keeps one axis, puts ways side by side and the steps for a failure to the right", () => {
    expect(
      ["trigger", "step:person", "step:vip", "step:each", "step:last"].map((key) => middle(at(layout, key))),
    ).toEqual([0, 0, 0, 0, 0]);
    const ways = ["big", "small", "otherwise"].map((way) => at(layout, `step:vip/${way}`));
    expect(new Set(ways.map(({ y }) => y)).size).toBe(1);
    expect(ways.map(middle)).toEqual(ways.map(middle).toSorted((a, b) => a - b));
    expect(at(layout, "step:instead").x).toBeGreaterThan(
      at(layout, "step:line").x + at(layout, "step:line").width,
    );
  });

  it("lets no two nodes overlap, and draws a loop's frame around all that is in it", () => {
    for (const [index, one] of layout.places.entries())
      for (const other of layout.places.slice(index + 1)) {
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart, `${one.key} and ${other.key}`).toBe(true);
      }
    const [frame] = layout.frames;
    for (const key of ["step:line", "step:instead"]) {
      const { x, y, width, height } = at(layout, key);
      expect(frame && x > frame.x && x + width < frame.x + frame.width).toBe(true);
      expect(frame && y > frame.y && y + height < frame.y + frame.height).toBe(true);
    }
  });

  it("offers every place where a step can be added exactly once", () => {
    const slots = layout.places.filter((place) => place.kind === "slot");
    const offered = [...layout.pluses, ...slots].map(({ list, index }) => pointerText([...list, index]));
    const all = spotsOf({
      version: 1,
      trigger: { type: "manual", config: {} },
      steps,
      settings: { order: "none" },
    });
    expect(offered.toSorted()).toEqual(
      all.map(({ list, index }) => pointerText([...list, index])).toSorted(),
    );
  });

  it("folds a step with all that is in it, and draws nothing after a Stop", () => {
    const folded = layOut(steps, new Set(["step:vip", "step:each"]));
    expect(keys(folded.places)).toEqual([
      "trigger",
      "step:person",
      "step:vip",
      "step:each",
      "step:last",
      "root/+",
    ]);
    expect(at(folded, "step:vip")).toMatchObject({ folds: true, hidden: 2 });
    const ended = layOut([{ ...branch, otherwise: [stop] } as Step]);
    expect(ended.lines.map(({ key }) => key)).not.toContain("step:vip:join2");
  });

  it("gives steps with the same id keys of their own, and lays an empty recipe out", () => {
    expect(keys(layOut([track("a"), track("a")]).places)).toEqual([
      "trigger",
      "step:a",
      "step:a@steps[1]",
      "root/+",
    ]);
    expect(keys(layOut([]).places)).toEqual(["trigger", "root/+"]);
  });
});

describe("the keyboard on the canvas", () => {
  it("goes along the steps, and to the path beside from anywhere inside one", () => {
    expect(neighbour(layout.places, "step:person", "down")).toBe("step:vip");
    expect(neighbour(layout.places, "trigger", "up")).toBeNull();
    expect(neighbour(layout.places, "step:tag", "right")).toBe("step:vip/small");
    expect(neighbour(layout.places, "step:vip/small/+", "left")).toBe("step:vip/big");
    expect(neighbour(layout.places, "step:vip/big", "left")).toBeNull();
    expect(stepsBetween(layout.places, "step:tag", "step:vip")).toEqual([
      "step:vip",
      "step:mail",
      "step:tag",
    ]);
  });

  it("knows its keys with their modifiers", () => {
    const press = (key: string, modifiers = {}) =>
      commandOf({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...modifiers });
    expect([press("a"), press("Insert"), press("A", { shiftKey: true })]).toEqual(["add", "add", null]);
    expect(press("ArrowUp", { altKey: true })).toBe("moveUp");
    expect([press("a", { ctrlKey: true }), press("a", { metaKey: true })]).toEqual([
      "chooseAll",
      "chooseAll",
    ]);
    expect(press("?", { shiftKey: true })).toBe("help");
    expect(press("z", { ctrlKey: true })).toBeNull();
  });
});

it("says of a node what it shows", () => {
  const face = { title: "Send e-mail", summary: "welcome", app: null };
  const quiet = { errors: 0, warnings: 0, tested: "untested" as const, pinned: false };
  expect(
    stepLabel({ within: "Over $100", hidden: null }, face, { number: 3, of: 12 }, { ...quiet, errors: 1 }),
  ).toBe("Step 3 of 12, Send e-mail, welcome, in path Over $100, 1 problem");
  expect(
    stepLabel(
      { within: null, hidden: 5 },
      face,
      { number: 1, of: 6 },
      { ...quiet, tested: "ok", pinned: true },
    ),
  ).toBe("Step 1 of 6, Send e-mail, welcome, tested, output pinned, 5 steps folded away");
});

it("finds the node of a problem, and what is folded over it", () => {
  const definition = {
    version: 1 as const,
    trigger: { type: "manual" as const, config: {} },
    steps,
    settings: {},
  };
  const whole = { ...definition, settings: { order: "none" as const } };
  expect(placeOfPath(whole, "steps[1].paths[0].steps[1].input.name")).toBe("step:tag");
  expect(foldedAround(whole, "steps[1].paths[0].steps[1].input.name")).toEqual(["step:vip"]);
  expect(placeOfPath(whole, "steps[1].paths[0].when")).toBe("step:vip");
  expect(placeOfPath(whole, "trigger.config.events")).toBe("trigger");
  expect(placeOfPath(whole, "settings.order")).toBeNull();
});
