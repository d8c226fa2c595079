import fc from "fast-check";
import { Definition } from "~/server/recipes/definition";
import { type CheckedFile, parseFile } from "~/server/recipes/file/parse";

/** Text as people write it, and as nobody should. */
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "yes", "null", "1e3", "0x1f", "~", "- a", "a: b", "# no", "&x", "*x", "!tag", "%", "@", "2026-01-01", " lead",
    "trail ", "line\nline", "line\n", "\n  indented\nless", "tabs\t\n\tmore\n\n", "end\n\n", "a\r\nb", "\u2028", "---",
    "...", "'", '"', "{{ trigger.id }}", "const a = 1;\n\nif (a) {\n  return { a };\n}\n",
  ),
); // biome-ignore format: a table of cases
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, 1.5, -3, 1e21),
    text,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(text, tie("value"), { maxKeys: 3 }),
  ),
})).value;
const object = fc.dictionary(text, json, { maxKeys: 4 });
const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,9}$/);
const connection = fc.constantFrom("stripe", "cio", "web");
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const when = fc.record({ left: json, op: fc.constantFrom("exists", "eq"), right: json });

const steps = fc.letrec((tie) => {
  const list = fc.array(tie("step"), { maxLength: 2 });
  const onError = fc.oneof(fc.constantFrom("fail", "continue"), fc.record({ goto: list }));
  const name = optional(text.filter((word) => word.length <= 120));
  const calling = { id, name, onError, onMissing: optional(object) };
  return {
    step: fc.oneof(
      { depthSize: "small", maxDepth: 3 },
      fc.record({ ...calling, kind: fc.constant("action"), action: fc.constant("customerio.person.upsert"), connection: optional(connection), input: object }),
      fc.record({ ...calling, kind: fc.constant("code"), source: text, input: object }),
      fc.record({ ...calling, kind: fc.constant("http"), url: text, method: fc.constantFrom("GET", "POST"), headers: optional(object), body: json, connection: optional(connection) }),
      fc.record({ ...calling, kind: fc.constant("notify"), channel: optional(fc.constant("team")), message: text }),
      fc.record({ ...calling, kind: fc.constant("lookup"), action: fc.constant("stripe.customer.get"), connection: optional(connection), input: object, found: optional(list), none: optional(list), many: optional(fc.oneof(fc.constant("first"), list)) }),
      fc.record({ id, kind: fc.constant("loop"), over: json, steps: list, collect: optional(json), onError }),
      fc.record({ id, kind: fc.constant("branch"), paths: fc.array(fc.record({ id, when, steps: list }), { minLength: 1, maxLength: 2 }), otherwise: optional(list) }),
      fc.record({ id, kind: fc.constant("filter"), when }),
    ), // biome-ignore format: one line a kind of step
  };
}).step;

/** JSON has no `undefined`; what the schema puts in is there. */
const definition = fc
  .record({
    version: fc.constant(1),
    trigger: fc.record({
      type: fc.constantFrom("stripe.event", "manual"),
      connection: optional(connection),
      config: object,
    }),
    steps: fc.array(steps, { maxLength: 4 }),
  })
  .map((value) => Definition.parse(JSON.parse(JSON.stringify(value))));

/** Whole recipe files, as parsing gives them. */
export const fileArbitrary: fc.Arbitrary<CheckedFile> = fc
  .record({
    key: fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,20}$/),
    name: text.filter((word) => word.trim() !== ""),
    tags: fc.array(fc.constantFrom("vip", "a b", "yes"), { maxLength: 3 }),
    status: fc.constantFrom("draft", "live"),
    definition,
  })
  .map((value) => {
    const connections = { stripe: { app: "stripe", name: "Stripe: “live”", mode: "live" } };
    const parsed = parseFile(JSON.stringify({ billhook: 1, connections, ...value }));
    if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
    if (parsed.file.tags?.length === 0) delete parsed.file.tags;
    return parsed.file;
  });
