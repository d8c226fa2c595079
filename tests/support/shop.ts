import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import { ingestStripe } from "~/server/events/ingest";
import type { ServiceContext } from "~/server/services/context";
import type { RunSummary } from "~/server/services/run/schemas";
import { type Accounts, serveAccounts } from "./accounts";
import { everythingAnswered, Outsider } from "./outsider";
import { signEvent } from "./stripe";
import { makeWorkspace } from "./workspace";

const SECRET = "whsec_shop_hidden";

/** A workspace with both vendors connected, seen from outside. */
export class Shop {
  private delivered = 0;

  private constructor(
    readonly accounts: Accounts,
    readonly ctx: ServiceContext,
    readonly user: Outsider,
    private readonly stripe: { id: string; webhookUrl: string },
    private readonly customerio: { id: string },
  ) {}

  static async open(): Promise<Shop> {
    const accounts = await serveAccounts();
    const ctx = await makeWorkspace();
    const user = await Outsider.of(ctx);
    const connect = async <T>(app: "stripe" | "customerio", credentials: object) =>
      (
        await user.call<T>("POST", "/connections", {
          app,
          name: app,
          credentials,
          endpoints: accounts.endpoints[app],
        })
      ).json;
    const stripe = { apiKey: "sk_test_good", webhookSecret: SECRET };
    const customerio = { siteId: "site-id-hidden", trackApiKey: "good", appApiKey: "good-too" };
    return new Shop(
      accounts,
      ctx,
      user,
      await connect("stripe", stripe),
      await connect("customerio", customerio),
    );
  }

  /** Stops the vendors; returns the secrets that any answer of this file told. */
  async close(): Promise<string[]> {
    await this.accounts.stop();
    const answers = everythingAnswered.join("\n");
    const basic = Buffer.from("site-id-hidden:good").toString("base64");
    return ["sk_test_good", SECRET, "good-too", basic].filter((secret) => answers.includes(secret));
  }

  /** Upserts the customer, then tracks `name` inside a branch. */
  definition(name = "signed_up") {
    const identifier = "{{ trigger.data.object.id }}";
    const action = (id: string, actionId: string, input: object) => ({
      id,
      kind: "action",
      action: `customerio.${actionId}`,
      connection: this.customerio.id,
      input: { identifier, ...input },
    });
    const track = action("track", "event.track", { name });
    return {
      version: 1,
      trigger: { type: "stripe.event", connection: this.stripe.id, config: { events: ["customer.created"] } },
      steps: [
        action("person", "person.upsert", { attributes: { plan: "pro" } }),
        {
          id: "size",
          kind: "branch",
          paths: [{ id: "known", when: { left: identifier, op: "exists" }, steps: [track] }],
        },
      ],
    };
  }

  async draft(definition: object = this.definition()): Promise<string> {
    const body = { name: "Welcome", definition };
    return (await this.user.call<{ id: string }>("POST", "/recipes", body)).json.id;
  }

  async published(mode: "live" | "shadow" = "live"): Promise<string> {
    const id = await this.draft();
    const { status, text } = await this.user.call("POST", `/recipes/${id}/publish`, { mode });
    if (status !== 200) throw new Error(text);
    return id;
  }

  /** One signed event through the webhook door; its runs are executed here, as the worker would. */
  async deliver(
    externalId = `evt_shop_${++this.delivered}`,
    { execute = true } = {},
  ): Promise<{ eventId: string; externalId: string }> {
    const data = { object: { id: "cus_9", object: "customer" } };
    const event = { id: externalId, object: "event", type: "customer.created", created: 1_790_000_000, data };
    const { body, signature } = signEvent(event, SECRET);
    const endpointToken = this.stripe.webhookUrl.split("/").at(-1) ?? "";
    const { eventId } = await ingestStripe({ endpointToken, signature, body: Buffer.from(body) });
    if (!execute) return { eventId, externalId };
    for (const { id } of await this.runs(`eventId=${eventId}`))
      await executeRun(embeddedSteps, this.ctx.workspaceId, id);
    return { eventId, externalId };
  }

  async runs(query: string): Promise<RunSummary[]> {
    return (await this.user.call<{ data: RunSummary[] }>("GET", `/runs?${query}`)).json.data;
  }

  /** How many requests reached Customer.io about people. */
  sent(): number {
    return this.accounts.asked.filter(({ path }) => path.startsWith("/track/customers")).length;
  }
}
