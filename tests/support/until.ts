import { setTimeout as sleep } from "node:timers/promises";

/** Asks again and again until `check` returns something; throws with `what` after `seconds`. */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
  seconds = 60,
): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(100)) {
    const found = await check();
    if (found !== undefined && found !== false) return found;
  }
  throw new Error(`Waited ${seconds} s in vain: ${what}`);
}
