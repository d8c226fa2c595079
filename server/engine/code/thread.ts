import path from "node:path";
import { Worker } from "node:worker_threads";
import { log } from "~/server/log";

/** One execution as the sandbox takes it. Sizes in bytes or characters. */
export interface Job {
  source: string;
  /** JSON. */
  input: string;
  now: number;
  seed: number;
  cpuMs: number;
  memory: number;
  outputSize: number;
  logLines: number;
  logSize: number;
}

/** What the sandbox says about an execution. Everything but `kind` may be user code's own text. */
export interface Ended {
  output?: string;
  kind?: "threw" | "timeout" | "memory" | "output" | "unsettled" | "crashed";
  during?: "parse";
  name?: string;
  message?: string;
  stack?: string;
  isError?: boolean;
  size?: number;
}

export interface Execution {
  ended: Ended;
  logs: string[];
  durationMs: number;
}

type Message =
  | { wasm: WebAssembly.Module }
  | { id: number; line: string }
  | { id: number; ended: Ended; isHeavy: boolean };

interface UnderWay {
  id: number;
  logs: string[];
  timer: NodeJS.Timeout;
  settle(ended: Ended): void;
}

// By its path and not by a URL: bundlers must leave this file alone, because it is loaded as it is.
const FILE = ["server", "engine", "code", "sandbox.mjs"];

/** How many times longer than it may compute a job may take on a machine that is busy elsewhere. */
const LONGEST_STARVED = 10;

/** The interpreter as the first thread compiled it: later ones begin with what V8 has optimised since. */
let compiled: WebAssembly.Module | undefined;

/** A thread that executes one job after the other. An idle one keeps no process alive. */
export class SandboxThread {
  #worker: Worker;
  #ready: Promise<void>;
  #underWay: UnderWay | null = null;
  #jobs = 0;
  /** False once it has ended, or is too heavy to be used again. */
  isUsable = true;

  constructor() {
    this.#worker = new Worker(path.join(/* turbopackIgnore: true */ process.cwd(), ...FILE), {
      workerData: { wasm: compiled },
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    });
    this.#ready = new Promise((resolve) => {
      this.#worker.on("message", (message: Message) => {
        if (!("wasm" in message)) return this.#receive(message);
        compiled = message.wasm;
        resolve();
      });
      this.#worker.on("exit", () => {
        this.isUsable = false;
        resolve();
        this.#settle({ kind: "crashed" });
      });
    });
    this.#worker.on("error", (err) => log.warn({ err }, "a sandbox thread broke"));
  }

  /**
   * Executes a job. One that may have computed for `mostMs` and is not over, whatever it does, ends together with its
   * thread. A thread that the machine gives no time is left to it, within bounds.
   */
  async execute(job: Job, mostMs: number): Promise<Execution> {
    this.#worker.ref();
    await this.#ready;
    if (!this.isUsable) return { ended: { kind: "crashed" }, logs: [], durationMs: 0 };
    const started = performance.now();
    const id = ++this.#jobs;
    const logs: string[] = [];
    const ended = await new Promise<Ended>((settle) => {
      this.#underWay = { id, logs, timer: this.#watch(id, mostMs, mostMs), settle };
      this.#worker.postMessage({ ...job, id });
    });
    this.#worker.unref();
    return { ended, logs, durationMs: performance.now() - started };
  }

  /** The process's own time, in which the thread's is contained, is what can be measured everywhere. */
  #watch(
    id: number,
    mostMs: number,
    delay: number,
    since = process.cpuUsage(),
    begun = Date.now(),
  ): NodeJS.Timeout {
    return setTimeout(() => {
      if (this.#underWay?.id !== id) return;
      const { user, system } = process.cpuUsage(since);
      const left = mostMs - (user + system) / 1_000;
      if (left <= 0 || Date.now() - begun > LONGEST_STARVED * mostMs) this.#end({ kind: "timeout" });
      else this.#underWay.timer = this.#watch(id, mostMs, Math.max(left, 50), since, begun);
    }, delay);
  }

  #receive(message: Exclude<Message, { wasm: WebAssembly.Module }>): void {
    const { id } = message;
    if (this.#underWay?.id !== id) return;
    if ("line" in message) this.#underWay.logs.push(message.line);
    else if (message.isHeavy) this.#end(message.ended);
    else this.#settle(message.ended);
  }

  #end(ended: Ended): void {
    this.isUsable = false;
    void this.#worker.terminate();
    this.#settle(ended);
  }

  #settle(ended: Ended): void {
    const underWay = this.#underWay;
    this.#underWay = null;
    if (!underWay) return;
    clearTimeout(underWay.timer);
    underWay.settle(ended);
  }
}
