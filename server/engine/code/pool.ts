import { type Execution, type Job, SandboxThread } from "./thread";

/** Threads of one process: few, because each may use a whole core. */
const MOST_THREADS = 2;

interface Waiting {
  job: Job;
  mostMs: number;
  begin(thread: SandboxThread): void;
}

/** Executions of one workspace that may wait here; beyond the worker's own, these are tests. */
const MOST_WAITING = 100;

/** Shares the threads among workspaces: one execution of each at once, and one workspace after the other. */
export class SandboxPool {
  #idle: SandboxThread[] = [];
  #busy = new Set<string>();
  /** By workspace, in the order of their turns. */
  #queues = new Map<string, Waiting[]>();

  isFull(owner: string): boolean {
    return (this.#queues.get(owner)?.length ?? 0) >= MOST_WAITING;
  }

  /** Executes a job when its owner's turn has come. Never throws. */
  async execute(owner: string, job: Job, mostMs: number): Promise<Execution> {
    const thread = await new Promise<SandboxThread>((begin) => {
      const queue = this.#queues.get(owner);
      const waiting = { job, mostMs, begin };
      if (queue) queue.push(waiting);
      else this.#queues.set(owner, [waiting]);
      this.#next();
    });
    try {
      return await thread.execute(job, mostMs);
    } finally {
      this.#busy.delete(owner);
      if (thread.isUsable) this.#idle.push(thread);
      this.#next();
    }
  }

  #next(): void {
    while (this.#busy.size < MOST_THREADS) {
      const turn = [...this.#queues].find(([owner]) => !this.#busy.has(owner));
      if (!turn) return;
      const [owner, queue] = turn;
      const waiting = queue.shift();
      // To the end of the line, with what is left.
      this.#queues.delete(owner);
      if (queue.length > 0) this.#queues.set(owner, queue);
      if (!waiting) continue;
      this.#busy.add(owner);
      waiting.begin(this.#usable());
    }
  }

  #usable(): SandboxThread {
    for (let thread = this.#idle.pop(); thread; thread = this.#idle.pop()) if (thread.isUsable) return thread;
    return new SandboxThread();
  }
}

// One pool a process, although Next's bundle and our own server both load this module.
const shared = globalThis as typeof globalThis & { billhookSandboxes?: SandboxPool };

export function sandboxPool(): SandboxPool {
  shared.billhookSandboxes ??= new SandboxPool();
  return shared.billhookSandboxes;
}
