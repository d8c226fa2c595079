import { createHmac, randomUUID } from "node:crypto";
import { vi } from "vitest";
import { getTrigger } from "~/server/connectors/triggers";
import { RetryLater } from "~/server/engine/durable";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import { acceptEvent } from "~/server/events/accept";
import { handleWebhookFetch } from "~/server/events/door";
import type { Definition, Step } from "~/server/recipes/definition";
import { fillConnections } from "~/server/recipes/fill-connections";
import type { Template } from "~/server/recipes/gallery/template";
import { mapInnerLists } from "~/server/recipes/step-tree";
import type { Message, Person, PersonEvent, Segment } from "~/server/sandbox/customerio/model";
import { findPerson, type Identifier } from "~/server/sandbox/customerio/people";
import { Store } from "~/server/sandbox/store";
import { getConnectionRow } from "~/server/services/connection/internal";
import { unlock } from "~/server/services/connection/open";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { publishRecipe } from "~/server/services/recipe/publish";
import { setHookSecret } from "~/server/services/recipe/set-hook-secret";
import { openSandboxKeys } from "./sandbox";
import { signEvent } from "./stripe";
import { makeWorkspace } from "./workspace";

const HOOK_SECRET = "the caller's secret";

/** A workspace with both sandbox accounts, in which one template is live. */
export class Stage {
  private recipeId = "";
  private hookUrl = "";

  private constructor(
    readonly ctx: ServiceContext,
    readonly stripe: Store,
    readonly customerio: Store,
    private readonly keys: Awaited<ReturnType<typeof openSandboxKeys>>,
  ) {}

  static async open(): Promise<Stage> {
    const ctx = await makeWorkspace();
    const keys = await openSandboxKeys(ctx);
    const { workspaceId } = ctx;
    const storeOf = async (app: "stripe" | "customerio") => {
      const { id } = await ctx.db.sandboxAccount.findUniqueOrThrow({
        where: { workspaceId_app: { workspaceId, app } },
      });
      return new Store(ctx.db, { workspaceId, accountId: id });
    };
    return new Stage(ctx, await storeOf("stripe"), await storeOf("customerio"), keys);
  }

  /** Publishes the template as a person would: connections filled in, what only they can choose chosen. */
  async publish(template: Template): Promise<void> {
    const { ctx } = this;
    const filled = fillConnections(chosen(template.definition), Object.values(this.keys.connections));
    const { id, hook } = await createRecipe(ctx, {
      name: template.name,
      definition: filled,
      templateId: template.id,
    });
    this.recipeId = id;
    this.hookUrl = hook?.url ?? "";
    if (filled.trigger.type === "webhook") await setHookSecret(ctx, { id, secret: HOOK_SECRET });
    await publishRecipe(ctx, { id });
  }

  /** Delivers an event as the template's trigger would; returns the one run that it starts. */
  async deliver(template: Template, event: object = template.sample): Promise<string> {
    const { type } = template.definition.trigger;
    if (type === "stripe.event") await this.deliverStripe(event);
    else if (type === "customerio.reporting") await this.deliverReport(event);
    else if (type === "webhook") await this.deliverRequest(event);
    else await this.accept(template, event);
    const where = { workspaceId: this.ctx.workspaceId, recipeId: this.recipeId };
    const [run] = await this.ctx.db.run.findMany({ where, orderBy: { createdAt: "desc" }, take: 1 });
    if (!run) throw new Error("The event started no run.");
    return run.id;
  }

  /** Executes a run to its end; at a wait the clock moves on. Returns the end and how many days it took. */
  async execute(runId: string, atWait: (days: number) => Promise<void> = async () => undefined) {
    const begin = Date.now();
    const days = () => Math.round((Date.now() - begin) / 86_400_000);
    for (;;) {
      try {
        const outcome = await executeRun(embeddedSteps, this.ctx.workspaceId, runId);
        return { status: outcome?.status, error: outcome?.error, days: days() };
      } catch (error) {
        if (!(error instanceof RetryLater)) throw error;
        vi.setSystemTime(error.at);
        await atWait(days());
      }
    }
  }

  async person(value: string): Promise<Person | null> {
    const by: Identifier["by"] = value.includes("@") ? "email" : "id";
    return findPerson(this.customerio, { by, value });
  }

  /** What was tracked, oldest first. */
  async events(): Promise<[name: string, data: object][]> {
    const events = await this.customerio.list<PersonEvent>("person_event", { oldestFirst: true });
    return events.map(({ name, data }) => [name, data]);
  }

  /** The manual segments a person is in, by name. */
  async segmentsOf(value: string): Promise<string[]> {
    const cio_id = (await this.person(value))?.cio_id ?? "";
    const members = await this.customerio.list<{ segment: string }>("member", { where: { person: cio_id } });
    const segments = await this.customerio.list<Segment>("segment");
    const isMember = ({ id }: Segment) => members.some(({ segment }) => segment === String(id));
    return segments
      .filter(isMember)
      .map(({ name }) => name)
      .sort();
  }

  /** Puts a person into a segment, which is made when it is not there. */
  async putInto(name: string, value: string): Promise<void> {
    const segments = await this.customerio.list<Segment>("segment");
    const known = segments.find((segment) => segment.name === name);
    const id = known?.id ?? segments.length + 1;
    if (!known) await this.customerio.put("segment", String(id), { id, name, description: "" });
    const person = (await this.person(value))?.cio_id ?? "";
    await this.customerio.put("member", `${id}:${person}`, { segment: String(id), person, added_at: 0 });
  }

  async messages(): Promise<Message[]> {
    return this.customerio.list<Message>("message");
  }

  private async deliverStripe(event: object): Promise<void> {
    const own = { ...event, id: `evt_${randomUUID()}` };
    const { body, signature } = signEvent(own, this.keys.stripe.webhookSecret);
    await post(this.keys.connections.stripe.webhookUrl, body, { "stripe-signature": signature });
  }

  private async deliverReport(report: object): Promise<void> {
    const { id, webhookUrl } = this.keys.connections.customerio;
    const { credentials } = unlock(await getConnectionRow(this.ctx, id));
    const { webhookSigningKey: secret } = credentials as { webhookSigningKey: string };
    const body = JSON.stringify({ ...report, event_id: randomUUID() });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
    await post(webhookUrl, body, { "x-cio-timestamp": timestamp, "x-cio-signature": signature });
  }

  private async deliverRequest(event: object): Promise<void> {
    const body = JSON.stringify((event as { data: { body: object } }).data.body);
    const signature = createHmac("sha256", HOOK_SECRET).update(body).digest("hex");
    await post(this.hookUrl, body, { "x-signature": signature });
  }

  /** What a look of the trigger would have found. */
  private async accept(template: Template, event: object): Promise<void> {
    const { type: triggerType } = template.definition.trigger;
    const isConnections = getTrigger(triggerType)?.origin === "connection";
    const connectionId = triggerType === "schedule" ? null : this.keys.connections.customerio.id;
    const { id, type } = event as { id: string; type: string };
    await acceptEvent(
      {
        workspaceId: this.ctx.workspaceId,
        connectionId,
        originId: isConnections && connectionId ? connectionId : this.recipeId,
        externalId: `${id}:${randomUUID()}`,
        type,
        apiVersion: null,
        occurredAt: new Date(),
        source: triggerType === "schedule" ? "schedule" : "poll",
        body: JSON.stringify(event),
      },
      [this.recipeId],
    );
  }
}

async function post(url: string | null | undefined, body: string, headers: Record<string, string>) {
  const given = { "content-type": "application/json", ...headers };
  const answer = await handleWebhookFetch(new Request(url ?? "", { method: "POST", body, headers: given }));
  if (answer.status !== 200) throw new Error(`The delivery was answered ${await answer.text()}`);
}

/** A segment is the user's to choose; a channel too, and what it is told is looked at without sending it. */
function chosen(definition: Definition): Definition {
  const { trigger } = definition;
  const config =
    trigger.type === "customerio.segment.poll" ? { ...trigger.config, segment: 3 } : trigger.config;
  return { ...definition, trigger: { ...trigger, config }, steps: withoutNotify(definition.steps) };
}

function withoutNotify(steps: readonly Step[]): Step[] {
  const others = steps.filter(({ kind }) => kind !== "notify");
  return others.map((step) => mapInnerLists(step, withoutNotify));
}
