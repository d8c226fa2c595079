interface CodeExample {
  title: string;
  source: string;
  input: unknown;
  output: unknown;
}

/** What code steps are for, as the docs show it; the tests execute each. */
export const CODE_EXAMPLES: readonly CodeExample[] = [
  {
    title: "Sum up the lines of an invoice",
    source: `const lines = input.lines.filter((line) => line.amount > 0);
return {
  count: lines.length,
  total: lines.reduce((sum, line) => sum + line.amount, 0) / 100,
};`,
    input: { lines: [{ amount: 4900 }, { amount: 1500 }, { amount: -500 }] },
    output: { count: 2, total: 64 },
  },
  {
    title: "Split a name",
    source: `const [first = "", ...rest] = (input.name ?? "").trim().split(/\\s+/);
if (!first) throw new Error("The customer has no name.");
return { first, last: rest.join(" ") };`,
    input: { name: "Ada King Lovelace" },
    output: { first: "Ada", last: "King Lovelace" },
  },
  {
    title: "Name a plan by its price",
    source: `const plans = [[0, "Free"], [2900, "Team"], [9900, "Business"]];
const plan = plans.findLast(([from]) => input.amount >= from);
console.log("chosen", plan);
return { plan: plan[1], upgrade: plan[1] !== input.before };`,
    input: { amount: 4900, before: "Free" },
    output: { plan: "Team", upgrade: true },
  },
];
