import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { sha256 } from "~/server/crypto";
import { pool } from "~/server/db";
import { AppError } from "~/server/errors";

type Door = "sign-in" | "sign-up";

/** Attempts that are let through before the door closes, and for how long (seconds). */
const LIMITS: Record<Door, { email: number; address: number; duration: number }> = {
  "sign-in": { email: 20, address: 50, duration: 15 * 60 },
  "sign-up": { email: 10, address: 30, duration: 60 * 60 },
};

const made = new Map<string, RateLimiterPostgres>();

/** Counts in the database, so that a restart or a second web process gives nobody new attempts. */
function limiter(door: Door, by: "email" | "address"): RateLimiterPostgres {
  const keyPrefix = `${door}-${by}`;
  const known = made.get(keyPrefix);
  if (known) return known;
  const { duration, [by]: points } = LIMITS[door];
  const options = { storeClient: pool(), storeType: "pool", tableName: "RateLimit", tableCreated: true };
  const limit = new RateLimiterPostgres({ ...options, keyPrefix, points, duration });
  made.set(keyPrefix, limit);
  return limit;
}

export interface Attempt {
  door: Door;
  email: string;
  /** The visitor's network address; null when it is not known for sure. */
  address: string | null;
}

/**
 * Makes an attempt, counted against the e-mail and the address; signing in takes its count back. Throws `rate_limited`
 * when there were too many.
 */
export async function throttled<T>(attempt: Attempt, work: () => Promise<T | null>): Promise<T | null> {
  const { door, email, address } = attempt;
  const counters = [{ limit: limiter(door, "email"), key: sha256(email.trim().toLowerCase()) }];
  if (address) counters.push({ limit: limiter(door, "address"), key: address });
  for (const { limit, key } of counters) await limit.consume(key).catch(refuse);
  const result = await work();
  if (result !== null && door === "sign-in")
    await Promise.all(counters.map(({ limit, key }) => limit.reward(key)));
  return result;
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  const minutes = Math.max(1, Math.ceil(reason.msBeforeNext / 60_000));
  const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
  throw new AppError("rate_limited", `Too many attempts. Try again in ${wait}.`);
}
