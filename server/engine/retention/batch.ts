import type { PoolClient } from "pg";
import { pool } from "~/server/db";

/** Rows that one transaction takes on, and how long one statement may take. */
const MOST = 500;
const STATEMENT_MS = 3_000;
const CANCELED = "57014";

/** Where the last batch ended; the next one begins after it, so that what has to stay is looked at once. */
export interface Place {
  at: Date;
  id: string;
}

export const START: Place = { at: new Date(0), id: "00000000-0000-0000-0000-000000000000" };

type Batch = (client: PoolClient, most: number, after: Place) => Promise<Place | null>;

/**
 * Does batch after batch, each in a transaction of its own, until there is none left or the time is up; true when done. A
 * batch that takes too long is undone and tried with fewer rows.
 */
export async function inBatches(until: number, batch: Batch): Promise<boolean> {
  let most = MOST;
  let after = START;
  while (Date.now() < until) {
    try {
      const place = await inTransaction((client) => batch(client, most, after));
      if (!place) return true;
      after = place;
    } catch (error) {
      if (!isTooSlow(error) || most === 1) throw error;
      most = Math.ceil(most / 10);
    }
  }
  return false;
}

const isTooSlow = (error: unknown) => error instanceof Error && "code" in error && error.code === CANCELED;

async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query(`BEGIN; SET LOCAL statement_timeout = ${STATEMENT_MS}`);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
