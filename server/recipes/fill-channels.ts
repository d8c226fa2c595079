import type { Definition, Step } from "./definition";
import { mapInnerLists } from "./step-tree";

interface Channel {
  id: string;
  name: string;
}

/** Puts the workspace's channel where a draft names one by its name; other names stay, for a person to choose. */
export function fillChannels(definition: Definition, channels: readonly Channel[]): Definition {
  return { ...definition, steps: fill(definition.steps, channels) };
}

function fill(steps: readonly Step[], channels: readonly Channel[]): Step[] {
  return steps.map((step) => {
    const filled = mapInnerLists(step, (inner) => fill(inner, channels));
    if (filled.kind !== "notify" || !filled.channel) return filled;
    const wanted = plain(filled.channel);
    const named = channels.find(({ id, name }) => id === filled.channel || plain(name) === wanted);
    return named ? { ...filled, channel: named.id } : filled;
  });
}

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}@.]+/gu, "");
