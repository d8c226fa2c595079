import type { APIClient, PipelinesClient, TrackClient } from "customerio-node";
import type Stripe from "stripe";
import type { z } from "zod";

/** What a step may ask of Billhook itself. */
export interface Billhook {
  /** Starts a recipe once for each key; nulls in a dry run. Throws `conflict` and `not_found`. */
  startRecipe(call: {
    recipe: string;
    input: Record<string, unknown>;
    key: string;
  }): Promise<{ runId: string | null; eventId: string | null }>;
}

/** The SDK clients an action may call. `app` and `pipelines` are missing when the connection has no such key. */
export interface Clients {
  stripe: Stripe;
  customerio: { track: TrackClient; app: APIClient | null; pipelines: PipelinesClient | null };
  core: Billhook;
}

/** The apps that need a connection. */
export type ConnectedApp = Exclude<keyof Clients, "core">;

/**
 * What may happen when a call is repeated: `read` and `upsert` are harmless, `keyed` carries an idempotency key,
 * `send` may reach a person twice and is never blindly repeated.
 */
export type Effect = "read" | "upsert" | "keyed" | "send";

/** Which published vendor limit a call counts against (`buckets.ts` holds the numbers). */
export type Bucket =
  | "stripe"
  | "stripe.kind"
  | "stripe.search"
  | "stripe.subscription"
  | "stripe.meter"
  | "customerio.track"
  | "customerio.app"
  | "customerio.transactional"
  | "customerio.broadcast"
  | "customerio.pipelines"
  | "core";

/** The facts of the surrounding run that make a call repeatable. */
export interface Call {
  /** Deterministic key of this effect: the same on retry, redelivery and rerun. */
  key: string;
  /** When the triggering event happened at its origin, in Unix seconds. */
  eventTime: number;
}

export interface Action<
  App extends keyof Clients = keyof Clients,
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
> {
  id: `${NoInfer<App>}.${string}`;
  app: App;
  title: string;
  /** One sentence a marketer understands. */
  summary: string;
  /** How people ask for it ("Words" in `connectors/README.md`); the title counts beside them. */
  words?: readonly string[];
  /** Fields carry `.meta({ title, description, group?: "more", placeholder?, examples?, control? })` for forms and docs. */
  input: Input;
  output: Output;
  sample: { input: z.input<Input>; output: z.output<Output> };
  effect: Effect;
  /** Where the effect depends on the input. */
  effectOf?(input: z.output<Input>): Effect;
  bucket: Bucket;
  /** What the limit is about, where each such thing has one of its own. */
  bucketOf?(input: z.output<Input>): string;
  /** The vendor's page for this call. */
  docs: string;
  /** What cannot be undone, in plain words; the input then has a `confirm` field (`confirmation()`). */
  danger?: string;
  /**
   * Finds what an earlier call has already made, so that it is not made twice; null when there is nothing. Called before
   * `run` unless the input says `if_exists: "create"`.
   */
  lookup?(client: Clients[App], input: z.output<Input>, call: Call): Promise<z.output<Output> | null>;
  /** What the vendor would answer in a dry run, where `sample.output` is not what every request of `run` gets. */
  dryRunAnswer?: (request: { method: string; url: string }) => unknown;
  /** Calls the official SDK once, with SDK retries off. Throws what the SDK throws. */
  run(client: Clients[App], input: z.output<Input>, call: Call): Promise<z.output<Output>>;
}

/** Declares one action; types of input, output and sample are checked against each other. */
export function defineAction<App extends keyof Clients, Input extends z.ZodObject, Output extends z.ZodType>(
  action: Action<App, Input, Output>,
): Action<App, Input, Output> {
  return action;
}
