import { type Context, Hono } from "hono";
import { findAccount, readStore, withAccount } from "~/server/sandbox/account";
import type { AccountScope, Store } from "~/server/sandbox/store";
import { CustomerioRefusal, unauthorized } from "./errors";

export interface Variables {
  scope: AccountScope;
}
export type CustomerioContext = Context<{ Variables: Variables }>;
export type CustomerioHono = Hono<{ Variables: Variables }>;

/** A door to the account that `keyOf` finds in the request; answers refusals in Customer.io's shape. */
export function customerioDoor(keyOf: (authorization: string) => string | null): CustomerioHono {
  const app: CustomerioHono = new Hono();
  app.use(async (c, next) => {
    const key = keyOf(c.req.header("authorization") ?? "");
    const scope = key ? await findAccount("customerio", key) : null;
    if (!scope) throw unauthorized();
    c.set("scope", scope);
    await next();
  });
  app.onError((error, c) => {
    if (error instanceof CustomerioRefusal) return c.json(error.body, error.status);
    console.error("Sandbox Customer.io failed", error);
    return c.json({ meta: { error: "The sandbox could not answer. Please try again." } }, 500);
  });
  return app;
}

/** The JSON body, or null when there is none. */
export async function jsonBody(c: CustomerioContext): Promise<unknown> {
  const text = await c.req.text();
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new CustomerioRefusal(400, { meta: { errors: ["malformed JSON"] } });
  }
}

export function exclusively<T>(c: CustomerioContext, work: (store: Store) => Promise<T>): Promise<T> {
  return withAccount(c.get("scope"), work);
}

export function reader(c: CustomerioContext): Store {
  return readStore(c.get("scope"));
}
