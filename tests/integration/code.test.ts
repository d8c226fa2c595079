import { describe, expect, test } from "vitest";
import { CodeError } from "~/server/engine/code/error";
import { type Code, runCode } from "~/server/engine/code/run-code";
import { CODE_EXAMPLES } from "~/server/recipes/code-examples";

const NOW = new Date("2026-11-25T10:00:00.000Z");
const run = (source: string, options: Partial<Code> = {}) =>
  runCode({ source, input: {}, now: NOW, ...options });
const output = async (source: string, options: Partial<Code> = {}) => (await run(source, options)).output;
async function failure(source: string, options: Partial<Code> = {}): Promise<CodeError> {
  const error = await run(source, options).catch((thrown: unknown) => thrown);
  if (!(error instanceof CodeError)) throw new Error(`No CodeError but ${JSON.stringify(error)}`);
  return error;
}

describe("what code returns", () => {
  test.each<[string, string, unknown]>([
    ["an object", "return { total: input.amount / 100 }", { total: 12.5 }],
    ["a list", "return input.tags.map((tag) => tag.toUpperCase())", ["A", "B"]],
    ["a text with every kind of character", 'return "ä 😀 \\u0000 \\n"', "ä 😀 \u0000 \n"],
    ["nothing", "const x = 1;", null],
    ["null", "return null", null],
    ["undefined in an object", "return { a: undefined, b: [undefined] }", { b: [null] }],
    [
      "what JSON makes of it",
      "return [NaN, new Date(0), new Map([[1, 2]])]",
      [null, "1970-01-01T00:00:00.000Z", {}],
    ],
    ["an awaited value", "const x = await Promise.all([1, Promise.resolve(2)]); return x", [1, 2]],
    ["a returned promise", "return Promise.resolve({ a: 1 })", { a: 1 }],
    ["a microtask's work", "let x = 0; queueMicrotask(() => { x = 1 }); await null; return x", 1],
    [
      "async iteration",
      "async function* g() { yield 1; yield 2 } const a = []; for await (const x of g()) a.push(x); return a",
      [1, 2],
    ],
    [
      "modern syntax",
      "const { a = 3, ...rest } = { b: 4 }; return [a, rest?.b ?? 0, [1, 2, 3].at(-1), Object.groupBy([1, 2], (n) => n % 2 ? 'odd' : 'even')]",
      [3, 4, 3, { odd: [1], even: [2] }],
    ],
    ["a comment at the end", "return 1 // done", 1],
    ["base64 and percent encoding", "return [btoa('hi'), encodeURIComponent('a b')]", ["aGk=", "a%20b"]],
    ["a caught error", "try { null.x } catch (error) { return error.name }", "TypeError"],
  ])("%s", async (_name, source, expected) => {
    expect(await output(source, { input: { amount: 1250, tags: ["a", "b"] } })).toEqual(expected);
  });

  test.each(CODE_EXAMPLES.map((example) => [example.title, example] as const))(
    "example: %s",
    async (_title, { source, input, output: expected }) => {
      expect(await output(source, { input })).toEqual(expected);
    },
  );

  test("input is a copy: the caller's value stays as it was", async () => {
    const input = { list: [1], nested: { a: 1 } };
    expect(
      await output("input.list.push(2); input.nested.a = 2; delete input.nested; return input", { input }),
    ).toEqual({ list: [1, 2] });
    expect(input).toEqual({ list: [1], nested: { a: 1 } });
  });

  test("nothing is left for the next execution", async () => {
    await output(
      "globalThis.left = 1; Array.prototype.map = null; Object.prototype.left = 2; console.log = null",
    );
    expect(await output("return [typeof left, [1].map((n) => n + 1), ({}).left ?? null]")).toEqual([
      "undefined",
      [2],
      null,
    ]);
  });
});

describe("the world of code", () => {
  const world =
    "return [Date.now(), new Date().toISOString(), Math.random(), Math.random(), new Date().getTimezoneOffset()]";
  test("the clock stands still at the run's time, and chance is the step's own", async () => {
    const [first, again, other] = await Promise.all([
      output(world, { seed: "a" }),
      output(world, { seed: "a" }),
      output(world, { seed: "b" }),
    ]);
    expect(first).toEqual(again);
    expect(first).toEqual([NOW.getTime(), NOW.toISOString(), expect.any(Number), expect.any(Number), 0]);
    expect((first as number[])[2]).not.toBe((other as number[])[2]);
    expect((first as number[])[2]).not.toBe((first as number[])[3]);
  });

  test.each([
    ["fetch('https://example.com')", "Code steps have no fetch: use an HTTP step"],
    ["await fetch('https://example.com')", "Code steps have no fetch: use an HTTP step"],
    ["require('fs')", "Code steps have no require: write what you need"],
    ["await import('node:fs')", "Code steps have no import: write what you need"],
    ["setTimeout(() => {}, 10)", "Code steps have no setTimeout: use a delay step"],
    ["return process.env", "Code steps have no process: pass what you need in as input"],
    ["return trigger.data", "Code steps have no trigger: add them to the step's input"],
    ["return customer.id", "ReferenceError: customer is not defined"],
  ])("%s says what to do", async (source, message) => {
    expect((await failure(source)).message).toContain(message);
  });
});

describe("the console", () => {
  test("lines are kept in order, each in a readable form", async () => {
    const { logs } = await run(
      "console.log('a', 1, { b: [2] }, null, undefined); console.warn(new TypeError('no')); console.error(3n, Symbol('s'), () => 1); console.info(); console.debug('d')",
    );
    expect(logs).toEqual([
      'a 1 {"b":[2]} null undefined',
      "[warn] TypeError: no",
      "[error] 3n Symbol(s) [function]",
      "",
      "d",
    ]);
  });

  test("lines are kept although the code fails, also when only the end of its thread stops it", async () => {
    expect((await failure("console.log('before'); null.x")).logs).toEqual(["before"]);
    const stuck = "console.log('before'); new Array(4294967295).join('x')";
    expect((await failure(stuck, { limits: { cpuMs: 20 } })).logs).toEqual(["before"]);
  });

  test("too many lines and too long ones are cut, and it says so", async () => {
    const many = await run("for (let i = 0; i < 1000; i++) console.log(i)");
    expect(many.logs.length).toBe(201);
    expect(many.logs.at(-1)).toContain("left out");
    const long = await run("for (let i = 0; i < 150; i++) console.log('x'.repeat(5000))");
    expect(long.logs.join("").length).toBeLessThan(70_000);
    expect(long.logs.at(-1)).toContain("left out");
  });

  test("control characters do not reach the log", async () => {
    expect((await run("console.log('a\\u0000b\\ud800c')")).logs).toEqual(["a�b�c"]);
  });
});

describe("errors", () => {
  test.each<[string, string, string, number | undefined, string]>([
    [
      "a missing property",
      "const a = {};\n\nreturn a.b.c;",
      "threw",
      3,
      "cannot read property 'c' of undefined",
    ],
    ["a call of nothing", "const a = 1;\na();", "threw", 2, "not a function"],
    [
      "an error of its own",
      "if (input) {\n  throw new RangeError('too big');\n}",
      "threw",
      2,
      "RangeError: too big",
    ],
    [
      "in an inner function",
      "const f = (x) =>\n  x.y.z;\n\nreturn [{}].map(f)",
      "threw",
      2,
      "cannot read property",
    ],
    ["after an await", "await 1;\n\nthrow new Error('late')", "threw", 3, "Error: late"],
    ["a rejected promise", "\nreturn Promise.reject(new Error('no'))", "threw", 2, "Error: no"],
    ["a text", "throw 'plain'", "threw", undefined, "The code threw plain."],
    ["an undeclared name", "const a = 1;\ntotal = a", "threw", 2, "total is not defined"],
    ["a syntax error", "const a = 1;\nconst b = ;", "syntax", 2, "SyntaxError: "],
    ["a bracket that is never closed", "if (input) {\n  const a = 1;\n", "syntax", 3, "SyntaxError: "],
    ["a bracket too many", "const a = 1;\n}\nreturn a", "syntax", undefined, "SyntaxError: "],
  ])("%s", async (_name, source, kind, line, message) => {
    const error = await failure(source);
    expect(error).toMatchObject({ kind, ...(line === undefined ? {} : { line }) });
    expect(error.message).toContain(message);
    expect(error.line === undefined || error.line <= source.split("\n").length).toBe(true);
  });

  test("an endless loop names its line", async () => {
    const error = await failure("const a = 1;\n\nwhile (true) Math.abs(1);", { limits: { cpuMs: 20 } });
    expect(error).toMatchObject({
      kind: "timeout",
      line: 3,
      message: "The code computed for longer than 20 ms.",
    });
  });

  test("computing is counted, not timed: the same budget ends the same code at the same place", async () => {
    const source = "for (let i = 0; ; i++) if (i % 10000 === 0) console.log(i)";
    const ends = await Promise.all(
      [1, 2, 3].map(async (n) =>
        (await failure(source, { owner: `${n}`, limits: { cpuMs: 30 } })).logs.at(-1),
      ),
    );
    expect(new Set(ends).size).toBe(1);
  });

  test.each<[string, string, string]>([
    ["a function", "return { a: () => 1 }", `The returned value's "a" is a function`],
    ["a symbol", "return Symbol('x')", "The returned value is a symbol"],
    ["a BigInt", "return [1n]", "is a BigInt, which JSON cannot hold. Turn it into a number or a string."],
    ["a circle", "const a = {}; a.a = a; return a", "contains itself"],
    ["too much", "return 'x'.repeat(300000)", "at most 256 KB"],
    ["too much in bytes", "return 'ä'.repeat(140000)", "at most 256 KB"],
    [
      "too deep",
      "let a = 1; for (let i = 0; i < 200; i++) a = [a]; return a",
      "nested deeper than 100 levels",
    ],
  ])("an answer that is no JSON: %s", async (_name, source, message) => {
    const error = await failure(source);
    expect(error.kind).toBe("output");
    expect(error.message).toContain(message);
  });

  test("a promise that nothing settles ends at once", async () => {
    const started = performance.now();
    expect(await failure("await new Promise(() => {})")).toMatchObject({ kind: "unsettled" });
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
