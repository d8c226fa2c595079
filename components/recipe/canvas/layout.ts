import type { Step } from "~/server/recipes/definition";
import { type Pointer, pointerText } from "~/server/recipes/pointer";
import { allSteps } from "~/server/recipes/step-tree";
import { type Box, centred, elbow, sideBySide, stacked, widest, type XY } from "./box";
import { type Lane, lanesOf } from "./lanes";
import type { CanvasPlace, Layout } from "./layout-types";
import { FAN, FRAME_PAD, GAP, JOIN, LANE_GAP, NODE, PILL, SLOT } from "./sizes";

interface Place {
  list: Pointer;
  within: string | null;
  lanes: readonly string[];
}

/** Lays the canvas out from the step tree: the trigger on top, steps below it, ways side by side, loops in a frame. */
export function layOut(steps: readonly Step[], folded: ReadonlySet<string> = new Set()): Layout {
  const out: Layout = { places: [], lines: [], pluses: [], frames: [] };
  const taken = new Set<string>();
  const root: Place = { list: ["steps"], within: null, lanes: [] };

  const line = (key: string, points: XY[], isFallback = false) => out.lines.push({ key, points, isFallback });
  const add = (place: CanvasPlace) => out.places.push(place);
  const plus = (key: string, x: number, y: number, list: Pointer, index: number) =>
    out.pluses.push({ key: `${key}+${index}`, x, y, list, index });

  function keyOf(step: Step, pointer: Pointer): string {
    const key = `step:${step.id}`;
    const own = taken.has(key) ? `${key}@${pointerText(pointer)}` : key;
    taken.add(own);
    return own;
  }

  function slotBox(key: string, { list, within, lanes }: Place, index: number): Box {
    const lead = GAP / 2;
    return {
      left: SLOT.width / 2,
      right: SLOT.width / 2,
      height: lead + SLOT.height,
      draw: (x, y) => {
        line(`${key}:in`, [
          [x, y],
          [x, y + lead],
        ]);
        add({ kind: "slot", key: `${key}/+`, ...centred(x, y + lead, SLOT), list, index, within, lanes });
      },
    };
  }

  function listBox(key: string, steps: readonly Step[], place: Place): Box {
    if (steps.length === 0) return slotBox(key, place, 0);
    const boxes = steps.map((step, index) => stepBox(step, place, index));
    const tail = place === root || ends({ steps }) ? 0 : GAP;
    return {
      ...widest(boxes),
      height: boxes.reduce((sum, { height }) => sum + GAP + height, tail),
      draw: (x, y) => {
        let top = y;
        const link = (index: number) => {
          line(`${key}:${index}`, [
            [x, top],
            [x, top + GAP],
          ]);
          plus(key, x, top + GAP / 2, place.list, index);
          top += GAP;
        };
        boxes.forEach((box, index) => {
          link(index);
          box.draw(x, top);
          top += box.height;
        });
        if (tail > 0) link(boxes.length);
      },
    };
  }

  function laneBox(lane: Lane, key: string, pointer: Pointer, around: readonly string[]): Box {
    const own = `${key}/${lane.journal}`;
    const list = [...pointer, ...lane.at];
    const lanes = [...around, own];
    const inner = listBox(own, lane.steps, { list, within: lane.title, lanes });
    const isFallback = lane.kind === "fallback";
    const label = { title: lane.title, owner: key, ownerPointer: pointer, journal: lane.journal };
    return {
      left: Math.max(inner.left, PILL.width / 2),
      right: Math.max(inner.right, PILL.width / 2),
      height: PILL.height + inner.height,
      draw: (x, y) => {
        add({ kind: "path", key: own, ...label, ...centred(x, y, PILL), lanes, list, isFallback });
        inner.draw(x, y + PILL.height);
      },
    };
  }

  function stepBox(step: Step, place: Place, index: number): Box {
    const pointer = [...place.list, index];
    const key = keyOf(step, pointer);
    const lanes = lanesOf(step);
    const isFolded = lanes.length > 0 && folded.has(key);
    const hidden = isFolded ? allSteps([step]).length - 1 : null;
    const node: Box = {
      left: NODE.width / 2,
      right: NODE.width / 2,
      height: NODE.height,
      draw: (x, y) =>
        add({
          kind: "step",
          key,
          ...centred(x, y, NODE),
          ...place,
          step,
          index,
          folds: lanes.length > 0,
          hidden,
        }),
    };
    if (isFolded || lanes.length === 0) return node;
    const laneOf = (lane: Lane) => laneBox(lane, key, pointer, place.lanes);
    const each = lanes.find(({ kind }) => kind === "each");
    const fallback = lanes.find(({ kind }) => kind === "fallback");
    const ways = lanes.filter(({ kind }) => kind === "way");
    const list = each && {
      list: [...pointer, ...each.at],
      within: each.title,
      lanes: place.lanes,
    };
    const body = list
      ? stacked(node, listBox(`${key}/each`, each.steps, list))
      : fan(key, node, ways, laneOf);
    const whole = fallback ? beside(key, body, laneOf(fallback), ends(fallback)) : body;
    return each ? framed(key, whole) : whole;
  }

  function fan(key: string, node: Box, ways: Lane[], laneOf: (lane: Lane) => Box): Box {
    if (ways.length === 0) return node;
    const boxes = ways.map(laneOf);
    const { offsets, left, right } = sideBySide(boxes, LANE_GAP);
    const height = NODE.height + FAN + Math.max(...boxes.map((box) => box.height)) + JOIN;
    return {
      left: Math.max(node.left, left),
      right: Math.max(node.right, right),
      height,
      draw: (x, y) => {
        node.draw(x, y);
        const [from, begin, to] = [y + NODE.height, y + NODE.height + FAN, y + height];
        boxes.forEach((box, index) => {
          const laneX = x + (offsets[index] ?? 0);
          line(`${key}:fan${index}`, elbow([x, from], [laneX, begin], from + FAN / 2));
          box.draw(laneX, begin);
          if (ways[index] && ends(ways[index])) return;
          line(`${key}:join${index}`, elbow([laneX, begin + box.height], [x, to], to - JOIN / 2));
        });
      },
    };
  }

  /** The steps for a failure, to the right of what they stand in for. */
  function beside(key: string, body: Box, lane: Box, isLast: boolean): Box {
    const offset = body.right + LANE_GAP + lane.left;
    const top = NODE.height / 2 + FAN;
    const height = Math.max(body.height, top + lane.height) + JOIN;
    return {
      left: body.left,
      right: offset + lane.right,
      height,
      draw: (x, y) => {
        body.draw(x, y);
        line(`${key}:own`, [
          [x, y + body.height],
          [x, y + height],
        ]);
        const laneX = x + offset;
        const side: XY = [x + NODE.width / 2, y + NODE.height / 2];
        line(`${key}:fail`, [side, [laneX, side[1]], [laneX, y + top]], true);
        lane.draw(laneX, y + top);
        if (isLast) return;
        line(
          `${key}:back`,
          elbow([laneX, y + top + lane.height], [x, y + height], y + height - JOIN / 2),
          true,
        );
      },
    };
  }

  function framed(key: string, body: Box): Box {
    const { left, right, height } = body;
    return {
      left: left + FRAME_PAD,
      right: right + FRAME_PAD,
      height: height + FRAME_PAD / 2,
      draw: (x, y) => {
        const width = left + right + 2 * FRAME_PAD;
        const top = y + NODE.height - 10;
        out.frames.push({ key, x: x - left - FRAME_PAD, y: top, width, height: y + height - top });
        body.draw(x, y);
        line(`${key}:out`, [
          [x, y + height],
          [x, y + height + FRAME_PAD / 2],
        ]);
      },
    };
  }

  add({ kind: "trigger", key: "trigger", ...centred(0, 0, NODE), lanes: [] });
  const isEmpty = steps.length === 0;
  const body = isEmpty ? null : listBox("root", steps, root);
  body?.draw(0, NODE.height);
  slotBox("root", root, steps.length).draw(0, NODE.height + (body?.height ?? 0));
  return out;
}

/** Nothing comes after a Stop. */
function ends({ steps }: Pick<Lane, "steps">): boolean {
  return steps.at(-1)?.kind === "stop";
}
