import { randomBytes } from "node:crypto";
import { prisma } from "~/server/db";
import { acceptEvent } from "~/server/events/accept";
import { aboutOf } from "~/server/recipes/lanes";
import { createConnection } from "~/server/services/connection/create";
import type { ServiceContext } from "~/server/services/context";
import { getRun } from "~/server/services/run/get";
import type { RunView } from "~/server/services/run/schemas";
import { until } from "./until";
import type { VendorStub } from "./vendor-stub";
import { makeWorkspace } from "./workspace";

/** A workspace whose two accounts are the stub, and what a test of an engine does in it. */
export interface Bench {
  ctx: ServiceContext;
  stripe: string;
  customerio: string;
  /** Sets a recipe live as it stands, whatever lint would say of it. */
  setLive(steps: object[], status?: "live" | "shadow", more?: More): Promise<string>;
  /** Stores an event that starts the recipe, and tells the engine; returns its run's id. */
  start(recipeId: string, object?: object, about?: Partial<Sent>): Promise<string>;
  run(id: string): Promise<RunView>;
  untilStatus(id: string, ...statuses: RunView["status"][]): Promise<RunView>;
}

/** What a recipe may say beside its steps. */
interface More {
  config?: object;
  settings?: {
    order?: "none" | "per_customer" | "per_subscription" | "all";
    stale?: "skip" | "run";
    concurrency?: number;
  };
}

/** What tells one event from another; delivered again, it starts nothing. */
export interface Sent {
  externalId: string;
  occurredAt: Date;
}

export const CUSTOMER = { id: "cus_1", object: "customer", email: "ada@example.com", name: null };

const unique = () => randomBytes(8).toString("hex");

async function connect(
  ctx: ServiceContext,
  stub: Pick<VendorStub, "origin" | "customerio">,
): Promise<{ stripe: string; customerio: string }> {
  const options = { verify: false };
  const stripe = await createConnection(
    ctx,
    {
      app: "stripe",
      name: "Stub",
      credentials: { apiKey: `sk_test_${unique()}`, webhookSecret: "whsec_stub" },
      endpoints: { api: stub.origin },
    },
    options,
  );
  const credentials = { siteId: unique(), trackApiKey: "track", appApiKey: "app" };
  const customerio = await createConnection(
    ctx,
    { app: "customerio", name: "Stub", credentials, endpoints: stub.customerio },
    options,
  );
  return { stripe: stripe.id, customerio: customerio.id };
}

async function setLive(
  { workspaceId }: ServiceContext,
  connectionId: string,
  steps: object[],
  status: "live" | "shadow",
  { config: more = {}, settings = {} }: More,
): Promise<string> {
  const config = { events: ["customer.created"], ...more };
  const { order = "none", concurrency = null } = settings;
  const definition = {
    version: 1,
    trigger: { type: "stripe.event", connection: connectionId, config },
    steps,
    settings,
  };
  const { id } = await prisma().recipe.create({
    data: {
      workspaceId,
      name: "Under test",
      status,
      definition,
      currentVersion: 1,
      triggerConnectionId: connectionId,
      triggerEvents: config.events,
      laneBy: order === "none" ? null : order,
      concurrency,
      versions: { create: { version: 1, definition, author: "test" } },
    },
  });
  return id;
}

async function startRun(
  ctx: ServiceContext,
  connectionId: string,
  recipeId: string,
  object: object,
  { externalId = `evt_${unique()}`, occurredAt = new Date() }: Partial<Sent>,
) {
  const event = { id: externalId, type: "customer.created", data: { object } };
  const { runIds } = await acceptEvent(
    {
      workspaceId: ctx.workspaceId,
      connectionId,
      originId: connectionId,
      externalId,
      type: "customer.created",
      apiVersion: null,
      source: "webhook",
      occurredAt,
      about: aboutOf(event),
      body: JSON.stringify(event),
    },
    [recipeId],
  );
  const [runId] = runIds;
  if (!runId) throw new Error("The event started no run.");
  return runId;
}

export async function openBench(stub: Pick<VendorStub, "origin" | "customerio">): Promise<Bench> {
  const ctx = await makeWorkspace();
  const connections = await connect(ctx, stub);
  const run = (id: string) => getRun(ctx, { id });
  return {
    ctx,
    ...connections,
    setLive: (steps, status = "live", more = {}) => setLive(ctx, connections.stripe, steps, status, more),
    start: (recipeId, object = CUSTOMER, about = {}) =>
      startRun(ctx, connections.stripe, recipeId, object, about),
    run,
    untilStatus: (id, ...statuses) =>
      until(
        `run ${id} ${statuses.join(" or ")}`,
        async () => {
          const view = await run(id);
          return statuses.includes(view.status) ? view : undefined;
        },
        20,
      ),
  };
}

/** Steps as recipes have them, with everything that a stubbed account needs. */
export function stepsOf({ stripe, customerio }: Bench) {
  const customer = "{{ trigger.data.object.id }}";
  return {
    track: {
      id: "track",
      kind: "action",
      action: "customerio.event.track",
      connection: customerio,
      input: { identifier: customer, name: "created" },
    },
    update: {
      id: "update",
      kind: "action",
      action: "stripe.customer.update",
      connection: stripe,
      input: { id: customer, metadata: { seen: "yes" } },
    },
    email: {
      id: "mail",
      kind: "action",
      action: "customerio.email.send",
      connection: customerio,
      input: { to: "{{ trigger.data.object.email }}", transactional_message_id: "welcome" },
    },
  };
}
