import { existsSync, readFileSync } from "node:fs";
import { compile } from "~/server/recipes/compiler/compile";
import type { Expected } from "./expected";
import { type Score, score } from "./score";

const read = (file: string): Expected[] => JSON.parse(readFileSync(file, "utf8")) as Expected[];

const share = (scores: readonly Score[], of: (one: Score) => boolean | null) => {
  const counted = scores.filter((one) => of(one) !== null);
  const right = counted.filter((one) => of(one) === true).length;
  return `${counted.length === 0 ? "-" : Math.round((100 * right) / counted.length)} % (${right}/${counted.length})`;
};

function report(name: string, file: string) {
  if (!existsSync(file)) {
    console.log(`\n${name}: ${file} is not here.`);
    return;
  }
  const times: number[] = [];
  const scores = read(file).map((expected) => {
    const begun = performance.now();
    const draft = compile(expected.prompt);
    times.push(performance.now() - begun);
    return score(expected, draft);
  });
  const sorted = times.toSorted((a, b) => a - b);
  const rows: [string, string][] = [
    ["trigger and events", share(scores, (one) => one.trigger)],
    ["actions in order, strict", share(scores, (one) => one.actions)],
    ["actions in order, lenient", share(scores, (one) => one.core)],
    ["filters with values", share(scores, (one) => one.filters)],
    ["delay", share(scores, (one) => one.delay)],
    ["branch, loop, once, segment, schedule", share(scores, (one) => one.shape)],
    ["unsupported and clarify", share(scores, (one) => one.refused)],
    ["stated values (bonus)", share(scores, (one) => one.params)],
    ["trigger and actions together, strict", share(scores, (one) => one.exact)],
    ["trigger and actions together, lenient", share(scores, (one) => one.lenient)],
    ["all of it", share(scores, (one) => one.all)],
    [
      "median / slowest",
      `${(sorted[sorted.length >> 1] ?? 0).toFixed(1)} / ${(sorted.at(-1) ?? 0).toFixed(1)} ms`,
    ],
  ];
  console.log(`\n${name} (${scores.length} sentences)`);
  for (const [what, value] of rows) console.log(`  ${what.padEnd(40)} ${value}`);
  if (process.env.VERBOSE)
    for (const one of scores.filter(({ all, exact, params }) => !all || !exact || params === false))
      console.log(
        `\n${one.id} ${["trigger", "actions", "core", "filters", "delay", "shape"].filter((key) => !one[key as keyof Score]).join(" ")}${one.params === false ? " params" : ""}\n  ${JSON.stringify(one.prompt)}\n  ${one.got}`,
      );
}

const shared = process.env.PROMPTS ?? "../shared/prompts-dev.json";
report("Given sentences", existsSync(shared) ? shared : "/work/shared/prompts-dev.json");
report("Our own sentences", "tests/eval/prompts-own.json");
/**
 * Each set was written by somebody who had not read the compiler, and scored once before anything was mended for it: strict
 * and all of it, in percent, in the order of time. Only that number tells what a new sentence may expect.
 */
const FRESH: readonly (readonly [set: string, first: string])[] = [
  ["first", "77 / 67"],
  ["shop", "58 / 45"],
  ["chat", "33 / 22"],
  ["terse", "48 / 40"],
  ["saas", "55 / 53"],
  ["trade", "70 / 53"],
  ["mixed", "73 / 60"],
  ["heldout", "80 / 73"],
  ["second", "80 / 83"],
  ["third", "78 / 70"],
];
for (const [set, first] of FRESH)
  report(`Fresh sentences, ${set}, at first ${first} %`, `tests/eval/fresh/${set}.json`);
