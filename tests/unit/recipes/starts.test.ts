import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { understand } from "~/server/recipes/compiler/understand";

/** Phrasings of what starts a recipe, and of what is no recipe, by what each has to become; `|` between equals. */
const phrases = Object.entries(
  JSON.parse(readFileSync("tests/eval/phrases/starts.json", "utf8")) as Record<string, string[]>,
);

/** All that a sentence became, in the words of the file. */
function became(text: string): string[] {
  const { start, events, timing, segment, acts, questions, refusal } = understand(text);
  if (refusal) return [refusal, ...(/nonsense|off_topic/.test(refusal) ? ["asked"] : [])];
  const open = questions.length > 0 ? ["asked"] : start && acts.length > 0 ? ["bound"] : [];
  if (!start) return open;
  if (start.trigger === "schedule")
    return [...open, ["schedule", timing?.cron, timing?.timeZone].filter(Boolean).join(" ")];
  if (segment) return [...open, `segment ${segment.edge}`];
  return [
    ...open,
    ...(start.preset ? [`preset:${start.preset.id}`] : start.event ? events : [start.trigger]),
  ];
}

const wrong = phrases.flatMap(([ids, texts]) =>
  texts.flatMap((text) => {
    const got = became(text);
    return ids.split("|").some((id) => got.includes(id))
      ? []
      : [`${ids}: “${text}” became ${got.join(", ")}`];
  }),
);

test("what starts a recipe is found however it is said", () => {
  const all = phrases.flatMap(([, texts]) => texts).length;
  expect(wrong.length / all, wrong.join("\n")).toBeLessThan(0.02);
});

test.each(["dangerous", "injection"])("each sentence that is %s is refused", (id) => {
  expect(wrong.filter((one) => one.startsWith(`${id}:`))).toEqual([]);
});
