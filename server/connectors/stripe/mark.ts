import type Stripe from "stripe";

/** The metadata key that tells which step made a thing: it outlives Stripe's 24 hours of idempotency keys. */
const MARK = "billhook_key";

/** Enough for any one customer, and an end for an account with millions. */
const MOST_READ = 500;

/** Metadata that also says which effect made the thing. */
export function marked(metadata: Record<string, string> | undefined, key: string): Record<string, string> {
  return { ...metadata, [MARK]: key };
}

/** The thing that an earlier call of this effect made, among the newest; null when there is none. */
export async function findMarked<T extends { metadata: Stripe.Metadata | null }>(
  list: AsyncIterable<T>,
  key: string,
): Promise<T | null> {
  let read = 0;
  for await (const one of list) {
    if (one.metadata?.[MARK] === key) return one;
    read += 1;
    if (read >= MOST_READ) return null;
  }
  return null;
}
