import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { EvalFlags, Intrinsics, JSException, QuickJS } from "quickjs-wasi";
import { prelude } from "./prelude.mjs";

/** The thread that executes code. Each execution gets an instance of the interpreter that nothing ran in before. */
const wasm =
  workerData.wasm ??
  new WebAssembly.Module(readFileSync(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm")));

/** Steps of the interpreter (ten thousand branches or calls each) that a millisecond of computing comes to. */
const TICKS_PER_MS = 5;
/** A promise's reaction costs far more than a branch; so many of them count as one step more. */
const REACTIONS_PER_TICK = 100;
const STACK_BYTES = 384 * 1024;
const MEGABYTE = 1024 * 1024;
/** A thread whose interpreter grew beyond this ends, so that the memory is given back at once. */
const MOST_KEPT = 24 * MEGABYTE;

class OutOfTime extends Error {}

/** A clock that stands still and no chance: the same run computes the same. */
const world = (clock) => (memory) => ({
  clock_time_get: (_id, _precision, at) => {
    new DataView(memory.buffer).setBigUint64(at, BigInt(clock.ms) * 1_000_000n, true);
    return 0;
  },
  random_get: (at, length) => {
    new Uint8Array(memory.buffer, at, length).fill(clock.seed % 251);
    return 0;
  },
  fd_write: () => 8,
});

/** Collects console lines until there are enough, and says so once. */
function logger(job) {
  let lines = 0;
  let size = 0;
  const send = (line) => parentPort.postMessage({ id: job.id, line });
  return (line) => {
    lines += 1;
    size += line.length;
    const isFull = lines > job.logLines || size > job.logSize;
    if (isFull) send("… the rest of the log was left out");
    else send(line);
    return !isFull;
  };
}

async function execute(job) {
  const clock = { ms: job.seed, seed: job.seed };
  const use = { ticks: 0, isOver: false };
  // The first time the interpreter ends the code and says where; if the code goes on, nothing in it can catch this.
  const tick = () => {
    use.ticks += 1;
    if (use.isOver) throw new OutOfTime();
    use.isOver = use.ticks > job.cpuMs * TICKS_PER_MS;
    return use.isOver;
  };
  const vm = await QuickJS.create({
    wasm,
    wasi: world(clock),
    memoryLimit: job.memory,
    maxStackSize: STACK_BYTES,
    interruptHandler: tick,
    timezoneOffset: 0,
    intrinsics: Intrinsics.ALL & ~Intrinsics.PERFORMANCE,
  });
  // The interpreter has taken its random seed from the clock; from here on it is the run's own time.
  clock.ms = job.now;
  let ended;
  try {
    ended = await run(vm, job, tick);
  } catch (error) {
    ended = broken(error);
  }
  const { buffer } = vm.exports.memory;
  if (use.isOver) ended = { kind: "timeout", stack: ended.stack };
  else if (ended.kind === "threw" && ended.message === "null" && buffer.byteLength > job.memory * 0.8)
    ended = { kind: "memory" };
  return { ended, isHeavy: buffer.byteLength > MOST_KEPT };
}

async function run(vm, job, tick) {
  const log = logger(job);
  const write = vm.newFunction("log", (line) => (log(line.toString()) ? vm.true : vm.false));
  const make = vm.evalCode(`(${prelude})`, "billhook.js");
  const parts = vm.callFunction(make, vm.undefined, write, vm.newNumber(job.outputSize));
  const [start, answered, failed] = ["start", "answered", "failed"].map((name) => parts.getProp(name));
  let code;
  try {
    code = vm.evalCode(`(async function (input) {\n${job.source}\n})`, "code.js", EvalFlags.STRICT);
  } catch (error) {
    return { ...broken(error), during: "parse" };
  }
  const promise = vm.callFunction(start, vm.undefined, code, vm.newString(job.input));
  settle(vm.exports, vm, tick);
  if (promise.isPromise && promise.promiseState === 0) return { kind: "unsettled" };
  const { value, error } = await vm.resolvePromise(promise);
  const text = value
    ? vm.callFunction(answered, vm.undefined, value)
    : vm.callFunction(failed, vm.undefined, error);
  return JSON.parse(text.toString());
}

/** Runs what promises wait for until nothing is left. */
function settle(machine, vm, tick) {
  for (let reactions = 1; machine.qjs_is_job_pending(); reactions += 1) {
    if (machine.qjs_execute_pending_job() < 0) throw new JSException(vm.getException());
    if (reactions % REACTIONS_PER_TICK === 0 && tick()) return;
  }
}

/** What got out of the interpreter: its own errors, and those of the machine below it. */
function broken(error) {
  try {
    const { name, message, stack } = error;
    if (error instanceof WebAssembly.RuntimeError) return { kind: "crashed", message: String(message) };
    return {
      kind: "threw",
      name: String(name),
      message: String(message),
      stack: String(stack),
      isError: true,
    };
  } catch {
    return { kind: "threw", name: "", message: "a value that cannot be shown", stack: "", isError: false };
  }
}

parentPort.on("message", async (job) => {
  try {
    parentPort.postMessage({ id: job.id, ...(await execute(job)) });
  } catch (error) {
    parentPort.postMessage({ id: job.id, ended: { kind: "crashed", message: String(error) }, isHeavy: true });
  }
});
parentPort.postMessage({ wasm });
