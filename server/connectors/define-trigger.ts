import type { z } from "zod";
import type { Clients } from "./define";

/** What a trigger without a connection may reach the world with; addresses are guarded like any other. */
export interface WebClient {
  /** One HTTP exchange; throws the transport's typed error when there is no answer. */
  request(options: {
    method: string;
    url: string;
    headers: Record<string, string>;
    body?: string;
  }): Promise<{ status: number; body: unknown }>;
}

/** Who is asked, for each app that a trigger may belong to. */
export interface Sources extends Omit<Clients, "core"> {
  core: WebClient;
}

/** One thing that a trigger found. */
export interface Found {
  /** Within the connection, or within the recipe: the same thing found twice has the same id, and starts one run. */
  externalId: string;
  type: string;
  occurredAt: Date;
  apiVersion?: string | null;
  /** The whole event as templates see it. */
  payload: object;
}

export interface Look<App extends keyof Sources, Config> {
  client: Sources[App];
  config: Config;
  /** What the last look returned; null at the first one, which only notes what is there already. */
  cursor: unknown;
  now: Date;
}

export interface Seen {
  /** Oldest first. */
  found: Found[];
  /** JSON, kept together with the events: what was found is found again after a crash in between. */
  cursor: unknown;
  /** True when there is more to fetch at once. */
  more?: boolean;
}

export interface Trigger<
  App extends keyof Sources = keyof Sources,
  Config extends z.ZodObject = z.ZodObject,
> {
  id: string;
  /** `core` needs no connection. */
  app: App;
  title: string;
  /** One sentence a marketer understands. */
  summary: string;
  /** How people ask for it, in the same form as an action's. */
  words?: readonly string[];
  docs?: string;
  /** Fields carry the same meta as an action's input. */
  config: Config;
  /** When two of its events are the same event, in plain words. */
  dedupe: string;
  /** Whose events they are: the account's, whatever recipe listens, or one recipe's alone. */
  origin: "connection" | "recipe";
  sample: { config: z.input<Config>; event: object };
  /** Looks for what has happened since the last look. Throws what the SDK throws. */
  look?(look: Look<App, z.output<Config>>): Promise<Seen>;
  /** When to look again. */
  next?(config: z.output<Config>, after: Date): Date;
}

/** Declares one trigger; types of config and sample are checked against each other. */
export function defineTrigger<App extends keyof Sources, Config extends z.ZodObject>(
  trigger: Trigger<App, Config>,
): Trigger<App, Config> {
  return trigger;
}

/** Billhook's own events all have this shape; Stripe's and Customer.io's arrive in theirs. */
export function ownEvent(id: string, type: string, at: Date, data: object) {
  return { id, type, created: Math.floor(at.getTime() / 1000), data };
}
