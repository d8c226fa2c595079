import { expect, test } from "vitest";
import { CodeError } from "~/server/engine/code/error";
import { runCode } from "~/server/engine/code/run-code";

/** Small, so that the whole list is quick; what is tested is that there is an end. */
const LIMITS = { cpuMs: 30, memoryMb: 16 };
/** For a turn, a thread's start, the counted time and the net below it, on a machine that does other things as well. */
const BOUND_MS = 45_000;

/** How it may end: a kind of failure, or "ok" for a result that harms nobody. */
type End = CodeError["kind"] | "ok";

const HOSTILE: readonly (readonly [name: string, source: string, ...ends: End[]])[] = [
  ["endless while", "while (true) {}", "timeout"],
  ["endless for", "for (;;);", "timeout"],
  ["endless do", "do {} while (1)", "timeout"],
  ["endless labels", "a: for (;;) { b: for (;;) continue a }", "timeout"],
  [
    "endless loop in try and finally",
    "for (;;) { try { for (;;) {} } catch {} finally { continue } }",
    "timeout",
  ],
  ["endless finally", "try { while (1); } finally { while (1); }", "timeout"],
  ["endless generator", "function* g() { for (;;) yield 1 } for (const x of g()) x;", "timeout"],
  [
    "endless iterator of a spread",
    "return [...{ [Symbol.iterator]: () => ({ next: () => ({ value: 0, done: false }) }) }]",
    "timeout",
    "memory",
  ],
  [
    "endless iteration over a growing set",
    "const s = new Set([1]); for (const x of s) { s.delete(x); s.add(x + 1) }",
    "timeout",
  ],
  [
    "endless callbacks of sort",
    "return Array.from({ length: 1000 }, (_, i) => i).sort(() => { for (;;); })",
    "timeout",
  ],
  ["endless replace callback", "'aaa'.replace(/a/g, () => { for (;;); })", "timeout"],
  ["endless getter", "return { get a() { for (;;); } }", "timeout"],
  ["endless toJSON", "return { toJSON() { for (;;); } }", "timeout"],
  ["endless proxy on the answer", "return new Proxy({}, { ownKeys() { for (;;); } })", "timeout"],
  ["endless then of the answer", "return { then() { for (;;); } }", "timeout"],
  ["endless static block", "class A { static { for (;;); } }", "timeout"],
  ["endless toString", "return 1 + { toString() { for (;;); } }", "timeout"],
  ["endless loop in a constructed function", "Function('for(;;);')()", "timeout"],
  ["endless loop in eval", "eval('for(;;);')", "timeout"],
  ["endless awaits", "for (;;) await 0", "timeout"],
  ["endless chain of promises", "const f = () => Promise.resolve().then(f); f()", "timeout"],
  [
    "a chain that catches its own end",
    "const f = () => { try { for (;;); } catch {} }; const g = () => new Promise(f).then(g, g); await g()",
    "timeout",
  ],
  ["endless microtasks", "const f = () => queueMicrotask(f); f()", "timeout"],
  ["a flood of promises", "const p = []; for (;;) p.push(new Promise(() => {}))", "timeout", "memory"],
  ["a promise that never settles", "await new Promise(() => {})", "unsettled"],
  ["a thenable that never settles", "return { then() {} }", "unsettled"],
  ["a promise that awaits itself", "let p; p = Promise.resolve().then(() => p); await p", "threw"],
  ["clock-watching", "const end = Date.now() + 1; while (Date.now() < end);", "timeout"],
  ["list bomb", "const a = []; for (;;) a.push(a.length)", "memory", "timeout"],
  ["object bomb", "let o = {}; for (;;) o = { o, p: {} }", "memory", "timeout"],
  ["text bomb", "let s = 'x'; for (;;) s += s", "memory", "threw"],
  ["huge repeat", "return 'x'.repeat(2 ** 29)", "memory", "threw"],
  ["huge pad", "return ''.padEnd(1e9)", "memory", "threw"],
  ["huge fill", "return new Array(1e9).fill(1)", "memory", "timeout", "threw"],
  ["huge sparse join", "return new Array(2 ** 32 - 1).join('x')", "timeout", "memory"],
  ["huge buffer", "return new ArrayBuffer(2 ** 31)", "memory", "threw"],
  ["many buffers", "const a = []; for (;;) a.push(new Float64Array(1e5))", "memory"],
  [
    "growing buffer",
    "const b = new ArrayBuffer(8, { maxByteLength: 2 ** 30 }); b.resize(2 ** 30); return 1",
    "memory",
    "threw",
  ],
  [
    "bomb that catches its end",
    "const a = []; for (;;) { try { a.push(new Uint8Array(1e6)) } catch {} }",
    "timeout",
    "memory",
  ],
  [
    "memory used up, then a normal answer",
    "const a = []; try { for (;;) a.push(new Uint8Array(1e5)) } catch {} return 1",
    "ok",
    "memory",
  ],
  [
    "map bomb",
    "const m = new Map(); for (let i = 0; ; i++) m.set(i, 'x'.repeat(1000) + i)",
    "memory",
    "timeout",
  ],
  ["symbol bomb", "for (let i = 0; ; i++) Symbol.for('x'.repeat(1000) + i)", "memory", "timeout"],
  ["huge number", "let x = 3n; for (;;) x *= x", "memory", "threw", "timeout"],
  ["huge number as text", "return (7n ** 300000n).toString()", "timeout", "threw", "ok"],
  ["huge split", "return 'x'.repeat(5e6).split('').reverse().join('')", "memory", "threw"],
  [
    "huge replacement",
    "return 'x'.repeat(1e5).replaceAll('x', 'y'.repeat(1e4))",
    "memory",
    "threw",
    "timeout",
  ],
  ["too many arguments", "return Math.max(...new Array(1e6))", "threw", "memory", "stack", "timeout"],
  ["regular expression: nested plus", "return /(a+)+$/.test('a'.repeat(50) + 'b')", "timeout"],
  ["regular expression: alternatives", "return /^(a|a)*$/.test('a'.repeat(60) + 'b')", "timeout"],
  ["regular expression: back reference", "return /(x+x+)+\\1y/.test('x'.repeat(80))", "timeout"],
  ["regular expression: lookbehind", "return /(?<=(a+)+)b$/.test('a'.repeat(60) + 'c')", "timeout", "ok"],
  [
    "regular expression: deep",
    "return new RegExp('('.repeat(1e5) + ')'.repeat(1e5))",
    "threw",
    "stack",
    "memory",
  ],
  [
    "regular expression: huge count",
    "return /(?:(?:(?:a{1000}){1000}){1000}){1000}/.test('a')",
    "threw",
    "memory",
    "timeout",
    "ok",
  ],
  ["deep recursion", "const f = () => f() + 1; return f()", "stack"],
  ["deep recursion that catches", "const f = () => { try { f() } catch { f() } }; f()", "timeout", "stack"],
  ["deep recursion by getters", "const o = { get a() { return this.a } }; return o.a", "stack"],
  ["deep recursion by proxies", "const p = new Proxy({}, { get: (t, k, r) => r[k] }); return p.a", "stack"],
  ["deep recursion by toString", "const a = []; a.toString = () => String(a); return String(a)", "stack"],
  [
    "deep recursion by async",
    "const f = async () => { await f() }; await f()",
    "stack",
    "timeout",
    "memory",
    "threw",
  ],
  [
    "deep chain of bound functions",
    "let f = () => 1; for (let i = 0; i < 1e5; i++) f = f.bind(null); return f()",
    "stack",
    "timeout",
    "memory",
  ],
  ["deep JSON", "return JSON.parse('['.repeat(1e6))", "stack", "threw", "memory"],
  ["deep source", "return eval('['.repeat(1e5) + ']'.repeat(1e5))", "stack", "threw", "memory"],
  ["deep answer", "let a = []; for (let i = 0; i < 3000; i++) a = [a]; return a", "output", "timeout"],
  [
    "very deep answer",
    "let a = {}; for (let i = 0; i < 3e4; i++) a = { a }; return a",
    "output",
    "timeout",
    "stack",
  ],
  ["an answer that contains itself", "const a = []; a.push(a); return a", "output"],
  ["a huge answer", "return new Array(1e5).fill('xxxxxxxxxx')", "output", "memory"],
  [
    "an answer that grows while it is read",
    "let n = 0; const o = () => ({ toJSON() { n++; return [o(), o()] } }); return o()",
    "timeout",
    "stack",
    "output",
    "memory",
  ],
  [
    "an answer that throws while it is read",
    "return { get a() { throw { toString() { throw 1 } } } }",
    "output",
  ],
  [
    "an answer whose proxy is revoked",
    "const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy",
    "output",
    "threw",
  ],
  [
    "an answer with __proto__ keys",
    `return JSON.parse('{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":1}}}')`,
    "ok",
  ],
  ["console flood", "for (;;) console.log('x'.repeat(1000))", "timeout"],
  [
    "console with hostile values",
    "console.log({ toJSON() { throw 1 } }, new Proxy({}, { get() { throw 1 } }), { get a() { throw 1 } }); return 1",
    "ok",
  ],
  [
    "console with huge values",
    "console.log('x'.repeat(1e6), new Array(1e5).fill('y')); return 1",
    "ok",
    "memory",
  ],
  ["console replaced", "console = { log: 1 }; delete globalThis.console; return 1", "ok"],
  [
    "Object.prototype polluted",
    "Object.prototype.output = '\"stolen\"'; Object.prototype.kind = 'x'; Object.prototype.toJSON = () => 'x'; return 1",
    "ok",
  ],
  [
    "setters on Array.prototype",
    "Object.defineProperty(Array.prototype, 0, { set() { throw 1 } }); console.log(1); return [1]",
    "ok",
    "threw",
    "output",
  ],
  ["iterators removed", "Array.prototype[Symbol.iterator] = null; console.log(1, 2); return 1", "ok"],
  ["JSON replaced", "JSON.stringify = () => '{}'; JSON.parse = () => { throw 1 }; return { a: 1 }", "ok"],
  [
    "String.prototype emptied",
    "for (const k of Object.getOwnPropertyNames(String.prototype)) try { delete String.prototype[k] } catch {} return 'a'",
    "ok",
  ],
  [
    "Promise replaced",
    "Promise.prototype.then = () => { throw 1 }; globalThis.Promise = null; await 1; return 1",
    "ok",
    "threw",
  ],
  [
    "Promise's constructor hostile",
    "Object.defineProperty(Promise.prototype, 'constructor', { get() { throw 1 } }); return 1",
    "ok",
    "threw",
  ],
  [
    "Function.prototype.call replaced",
    "Function.prototype.call = Function.prototype.apply = null; Reflect.apply = null; return 1",
    "ok",
  ],
  [
    "Error's hasInstance hostile",
    "Object.defineProperty(Error, Symbol.hasInstance, { value() { throw 1 } }); throw new Error('x')",
    "threw",
  ],
  ["prepareStackTrace hostile", "Error.prepareStackTrace = () => { for (;;); }; null.x", "timeout", "threw"],
  ["stackTraceLimit hostile", "Error.stackTraceLimit = { valueOf() { throw 1 } }; null.x", "threw"],
  [
    "constructor escape",
    "return [].constructor.constructor('return typeof process + typeof require')()",
    "ok",
  ],
  [
    "constructor escape through the console",
    "return console.log.constructor('return typeof process')()",
    "ok",
  ],
  [
    "constructor escape through an async function",
    "return (async () => {}).constructor('return typeof process')()",
    "ok",
  ],
  [
    "constructor escape through an error",
    "try { null.x } catch (e) { return e.constructor.constructor('return typeof globalThis.process')() }",
    "ok",
  ],
  ["caller escape", "return (function f() { return f.caller })()", "threw", "ok"],
  [
    "prelude's functions through the stack",
    "Error.prepareStackTrace = (e, sites) => sites.map((s) => typeof s.getFunction?.()).join(); return String(new Error('x').stack)",
    "ok",
  ],
  ["throw null", "throw null", "threw"],
  ["throw undefined", "throw undefined", "threw"],
  ["throw a proxy", "throw new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 1 } })", "threw"],
  ["throw a proxy of an error", "throw new Proxy(new Error('x'), { get() { for (;;); } })", "timeout"],
  [
    "throw an error with hostile getters",
    "const e = new Error('x'); for (const k of ['message', 'name', 'stack']) Object.defineProperty(e, k, { get() { throw e } }); throw e",
    "threw",
  ],
  ["throw a huge message", "throw new Error('x'.repeat(3e6))", "threw", "memory"],
  [
    "throw a forged failure",
    "const e = new Error('out of memory'); e.name = 'InternalError'; e.stack = 'at code.js:999999:1'; throw e",
    "memory",
  ],
  ["throw a function", "throw () => {}", "threw"],
  ["throw a symbol", "throw Symbol('x')", "threw"],
  ["shared memory and waiting", "Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), 0, 0, 1e9)", "threw"],
  ["dynamic import", "return import('node:child_process')", "threw"],
  ["import of a file", "return import('/etc/passwd')", "threw"],
  ["static import", "import fs from 'fs'", "syntax", "threw"],
  ["this is not the world", "return this === undefined && typeof globalThis.process", "ok"],
  ["closing the wrapper", "}); while (true) {} (async function () {", "timeout", "syntax"],
  [
    "closing the wrapper with a hostile throw",
    "}); throw { get message() { throw 1 } }; (async function () {",
    "threw",
    "syntax",
  ],
  ["huge source", `return [${"1,".repeat(49_000)}].length`, "ok"],
  ["source of brackets only", "(".repeat(100_000), "stack", "syntax", "memory", "threw"],
  ["source of text only", "`".repeat(99_999), "memory", "syntax", "threw", "stack", "timeout"],
  [
    "cleaning up forever",
    "const r = new FinalizationRegistry(() => { for (;;); }); for (let i = 0; i < 1000; i++) r.register({}, i); return 1",
    "ok",
    "timeout",
  ],
  [
    "weak references",
    "const a = []; for (let i = 0; i < 1e9; i++) a.push(new WeakRef({}))",
    "timeout",
    "memory",
  ],
];

async function endOf(source: string, owner: string): Promise<{ end: End; output: unknown; took: number }> {
  const started = performance.now();
  const took = () => performance.now() - started;
  try {
    const { output } = await runCode({ source, input: {}, limits: LIMITS, owner });
    return { end: "ok", output, took: took() };
  } catch (error) {
    if (!(error instanceof CodeError)) throw error;
    expect(error.message.length).toBeLessThanOrEqual(1_100);
    return { end: error.kind, output: null, took: took() };
  }
}

const normal = (owner: string) =>
  runCode({
    source: "console.log('fine'); return { sum: input.a + 1, left: Object.keys(Object.prototype) }",
    input: { a: 1 },
    owner,
  });

test("there are enough of them", () => expect(HOSTILE.length).toBeGreaterThanOrEqual(40));

// Two at once, as two workspaces would: none of the others' programs notices.
test.concurrent.each(
  HOSTILE.map(([name, source, ...ends], index) => ({ name, source, ends, owner: `${index % 2}` })),
)(
  "$name",
  async ({ source, ends, owner }) => {
    const { end, output, took } = await endOf(source, owner);
    expect(ends).toContain(end);
    expect(JSON.stringify(output)).not.toMatch(/object|stolen|polluted/);
    expect(took).toBeLessThan(BOUND_MS);
    expect(await normal(owner)).toEqual({ output: { sum: 2, left: [] }, logs: ["fine"] });
  },
  60_000,
);
