import type { StepRunView } from "~/server/services/run/schemas";

/** One step of a run with what was run inside it. */
export interface RunNode {
  step: StepRunView;
  /** The step's own name in its list. */
  name: string;
  /** The lists that were entered: a branch's path, `found`, `fallback`. */
  lists: RunList[];
  /** A loop's items, in order; with their own steps. */
  items: RunItem[];
}

export interface RunList {
  name: string;
  nodes: RunNode[];
}

export interface RunItem {
  index: number;
  nodes: RunNode[];
  /** What was done because the item failed. */
  fallback: RunNode[];
  status: StepRunView["status"];
}

/** A run's steps as they stand in each other: `vip.big.mail`, `each[3].mail`, `each[3].fallback.note`. */
export function runTree(steps: readonly StepRunView[]): RunNode[] {
  const nodes = new Map<string, RunNode>();
  const roots: RunNode[] = [];
  for (const step of steps) nodes.set(step.path, { step, name: step.path, lists: [], items: [] });
  const items = new Map<string, RunItem>();
  for (const step of steps) {
    const node = nodes.get(step.path);
    if (!node) continue;
    const parent = parentOf(step.path, nodes);
    if (parent === null) roots.push(node);
    else place(node, parent, step.path.slice(parent.step.path.length), items);
  }
  for (const item of items.values()) item.status = itemStatus(item);
  for (const { items: own } of nodes.values()) own.sort((a, b) => a.index - b.index);
  return roots;
}

/** The longest step around it: the loop of `each[3].mail`. */
function parentOf(path: string, nodes: ReadonlyMap<string, RunNode>): RunNode | null {
  for (let end = path.length - 1; end > 0; end -= 1) {
    const isCut = path[end] === "." || path[end] === "[";
    const parent = isCut ? nodes.get(path.slice(0, end)) : undefined;
    if (parent) return parent;
  }
  return null;
}

function place(node: RunNode, parent: RunNode, rest: string, items: Map<string, RunItem>): void {
  const [, index, inItem = ""] = /^\[(\d+)\]\.(.+)$/.exec(rest) ?? [];
  if (index === undefined) {
    const [list = "", name = rest] = splitOnce(rest.replace(/^\./, ""));
    node.name = name;
    listOf(parent, list).push(node);
    return;
  }
  const key = `${parent.step.path}[${index}]`;
  let item = items.get(key);
  if (!item) {
    item = { index: Number(index), nodes: [], fallback: [], status: "running" };
    items.set(key, item);
    parent.items.push(item);
  }
  const [first, name] = splitOnce(inItem);
  node.name = first === "fallback" ? (name ?? first) : inItem;
  (first === "fallback" && name !== undefined ? item.fallback : item.nodes).push(node);
}

function splitOnce(path: string): [string, string?] {
  const at = path.indexOf(".");
  return at < 0 ? [path] : [path.slice(0, at), path.slice(at + 1)];
}

function listOf(parent: RunNode, name: string): RunNode[] {
  const known = parent.lists.find((list) => list.name === name);
  if (known) return known.nodes;
  const nodes: RunNode[] = [];
  parent.lists.push({ name, nodes });
  return nodes;
}

/** An item is as its last step is. One with a fallback has failed, whatever the fallback did. */
function itemStatus({ nodes, fallback }: RunItem): RunItem["status"] {
  if (fallback.length > 0) return "failed";
  const last = nodes.at(-1);
  return last ? endOf(last) : "running";
}

/** How a step left its list: a failure that its own fallback took is none, one inside its path is its own. */
function endOf({ step, lists }: RunNode): RunItem["status"] {
  const inside = lists.at(-1)?.nodes.at(-1);
  if (inside && (step.status === "succeeded" || lists.at(-1)?.name === "fallback")) return endOf(inside);
  return step.status === "skipped" ? "succeeded" : step.status;
}
