import { RetryLater } from "~/server/engine/durable";

/** How long a workspace's waiting code may hold places of the worker, and how many it may hold whatever happens. */
const HOLDS_MS = 300;
const FEWEST = 2;
const MOST = 4;
/** What an execution is taken to last before one was measured. */
const UNKNOWN_MS = 150;
const SHORTEST_MS = 20;
/** Nobody is sent away for longer; beyond it, those sent away are spread over its second half. */
const LONGEST_WAIT_MS = 5 * 60_000;

interface Line {
  /** Executions under way or waiting, by run. */
  runs: Map<string, number>;
  lastsMs: number;
  /** Up to when those who were sent away have taken the time. */
  takenUntil: number;
}

/**
 * Keeps one workspace's code from holding every place of the worker: a run beyond the few that may wait here is sent away,
 * each to a time of its own, and gives its place to others meanwhile.
 */
export class Turns {
  #lines = new Map<string, Line>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Takes a place; the returned function gives it back. Throws `RetryLater` when the workspace has no more. */
  enter(workspaceId: string, runId: string): () => void {
    const line = this.#lineOf(workspaceId);
    const room = Math.min(MOST, Math.max(FEWEST, Math.floor(HOLDS_MS / line.lastsMs)));
    if (!line.runs.has(runId) && line.runs.size >= room)
      throw new RetryLater(new Date(this.#reserve(line)), { costsAttempt: false });
    return this.#take(workspaceId, line, runId);
  }

  /** Takes a place whoever else has one: somebody watches. */
  insist(workspaceId: string, runId: string): () => void {
    return this.#take(workspaceId, this.#lineOf(workspaceId), runId);
  }

  /** Learns how long one of the workspace's executions took: quickly when it was long, slowly when it was short. */
  learn(workspaceId: string, ms: number): void {
    const line = this.#lines.get(workspaceId);
    if (line) line.lastsMs = Math.max(SHORTEST_MS, ms, line.lastsMs * 0.8 + ms * 0.2);
  }

  #lineOf(workspaceId: string): Line {
    const known = this.#lines.get(workspaceId);
    if (known) return known;
    this.#forgetIdle();
    const line = { runs: new Map(), lastsMs: UNKNOWN_MS, takenUntil: 0 };
    this.#lines.set(workspaceId, line);
    return line;
  }

  #take(workspaceId: string, line: Line, runId: string): () => void {
    line.runs.set(runId, (line.runs.get(runId) ?? 0) + 1);
    this.#lines.set(workspaceId, line);
    return () => {
      const left = (line.runs.get(runId) ?? 1) - 1;
      if (left > 0) line.runs.set(runId, left);
      else line.runs.delete(runId);
    };
  }

  #reserve(line: Line): number {
    const now = this.now();
    const next = Math.max(line.takenUntil, now) + line.lastsMs;
    if (next - now > LONGEST_WAIT_MS) return now + LONGEST_WAIT_MS * (0.5 + Math.random() / 2);
    line.takenUntil = next;
    return next;
  }

  #forgetIdle(): void {
    if (this.#lines.size < 1_000) return;
    const now = this.now();
    for (const [id, { runs, takenUntil }] of this.#lines)
      if (runs.size === 0 && takenUntil < now) this.#lines.delete(id);
  }
}

// One for a process, as the threads are.
const shared = globalThis as typeof globalThis & { billhookTurns?: Turns };

export function codeTurns(): Turns {
  shared.billhookTurns ??= new Turns();
  return shared.billhookTurns;
}
