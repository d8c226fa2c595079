import { setTimeout as sleep } from "node:timers/promises";
import type { Limit, Quota } from "~/server/connectors/buckets";
import { pool } from "~/server/db";
import { PACE, type Patience } from "./patience";

/** A limit with a number. */
export type Paced = Limit & { perSecond: number };

/** It is not this call's turn yet: when to ask again, in milliseconds, and why, where the vendor said so. */
export interface NotYet {
  waitMs: number;
  why: string | null;
}

interface Row {
  granted: number;
  firstIn: number;
  nextIn: number;
  why: string | null;
}

type Waiter = { go: (after: number | NotYet) => void; fail: (error: unknown) => void };

/** Milliseconds from one turn to the next; a little more than the limit asks for, so that no second ever sees more. */
export const everyMs = ({ perSecond }: Paced): number => 1_000 / (perSecond * PACE.aim);

/*
 * Turns of one bucket, for all processes: each is a moment of its own, so that there is never a burst. A limiter that
 * counts in fixed windows (rate-limiter-flexible does) lets twice the limit through around a window's edge.
 */
class Pacer {
  private readonly waiting: Waiter[] = [];
  private isAsking = false;

  constructor(
    private readonly quota: Quota,
    private readonly name: string,
    private readonly patience: Patience,
  ) {}

  /** Comes back at this call's own turn, with null; else says when to ask again. */
  async take(every: number): Promise<NotYet | null> {
    for (let lost = 0; ; lost += 1) {
      const at = await new Promise<number | NotYet>((go, fail) => {
        this.waiting.push({ go, fail });
        if (!this.isAsking) void this.ask(every);
      });
      if (typeof at !== "number") return at;
      await until(at);
      // A turn that this process slept through is another's time by now; a process that is always late comes through, too.
      if (performance.now() - at < PACE.lateMs || lost >= PACE.mostLost) return null;
    }
  }

  /** One statement for all who wait; who comes meanwhile is in the next. */
  private async ask(every: number): Promise<void> {
    this.isAsking = true;
    while (this.waiting.length > 0) {
      const some = this.waiting.splice(0);
      try {
        const { granted, firstIn, nextIn, why } = await this.lease(some.length, every);
        const now = performance.now();
        some.forEach(({ go }, index) => {
          const waitMs = nextIn + (index - granted) * every;
          go(index < granted ? now + firstIn + index * every : { waitMs, why });
        });
      } catch (error) {
        for (const { fail } of some) fail(error);
      }
    }
    this.isAsking = false;
  }

  private async lease(wanted: number, every: number): Promise<Row> {
    const { workspaceId, connectionId } = this.quota;
    const { aheadMs, most, inLine } = this.patience;
    const { rows } = await pool().query<Row>({
      name: "take-turns",
      text: `SELECT * FROM "takeTurns"($1, $2, $3, $4, $5, $6, $7)`,
      values: [workspaceId, connectionId, this.name, wanted, every, Math.min(aheadMs, most * every), inLine],
    });
    if (!rows[0]) throw new Error("The database gave no answer about a bucket.");
    return rows[0];
  }
}

const until = (at: number) => (at > performance.now() ? sleep(at - performance.now()) : undefined);

const pacers = new Map<string, Pacer>();
const MOST_PACERS = 10_000;

/** Waits for this call's turn in a bucket: null when it has come, else when to ask again. */
export async function takeTurn(quota: Quota, limit: Paced, patience: Patience): Promise<NotYet | null> {
  const key = `${quota.connectionId} ${limit.name} ${patience.name}`;
  let pacer = pacers.get(key);
  if (!pacer) {
    // They hold nothing that the database does not know; one that is in use lives on by itself.
    if (pacers.size >= MOST_PACERS) pacers.clear();
    pacer = new Pacer(quota, limit.name, patience);
    pacers.set(key, pacer);
  }
  return pacer.take(everyMs(limit));
}
