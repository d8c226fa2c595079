import type { RunSummary, RunView } from "~/server/services/run/schemas";
import { until } from "./until";
import type { Vendors } from "./vendors";

export interface Connected {
  stripe: { id: string; webhookUrl: string };
  customerio: { id: string };
}

/** The public contract, and nothing else: what any program outside Billhook can do with a token. */
export class Contract {
  constructor(
    readonly origin: string,
    private readonly token: string,
  ) {}

  /** Calls `/api/v1`; throws with the answer unless its status is 2xx. */
  async call<T>(method: string, route: string, body?: object): Promise<T> {
    const headers = { authorization: `Bearer ${this.token}`, "content-type": "application/json" };
    const init = body ? { method, headers, body: JSON.stringify(body) } : { method, headers };
    const response = await fetch(`${this.origin}/api/v1${route}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${route} answered ${response.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** Two connections whose vendors are the stub. */
  async connect(vendors: Vendors, webhookSecret: string): Promise<Connected> {
    const stripe = await this.call<Connected["stripe"]>("POST", "/connections", {
      app: "stripe",
      name: "Stripe stub",
      mode: "test",
      credentials: { apiKey: "sk_test_stub", webhookSecret },
      endpoints: vendors.endpoints.stripe,
    });
    const customerio = await this.call<Connected["customerio"]>("POST", "/connections", {
      app: "customerio",
      name: "Customer.io stub",
      region: "us",
      credentials: { siteId: "site", trackApiKey: "track-key", appApiKey: "app-key" },
      endpoints: vendors.endpoints.customerio,
    });
    // The address in the answer is APP_URL's; the tests reach the process itself.
    return {
      stripe: { ...stripe, webhookUrl: this.origin + new URL(stripe.webhookUrl).pathname },
      customerio,
    };
  }

  /** Creates a recipe and sets it live. */
  async setLive(name: string, definition: object): Promise<string> {
    const { id } = await this.call<{ id: string }>("POST", "/recipes", { name, definition });
    await this.call("POST", `/recipes/${id}/publish`, { mode: "live" });
    return id;
  }

  async runs(recipeId: string): Promise<RunSummary[]> {
    const all: RunSummary[] = [];
    let cursor: string | null = "";
    do {
      const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
      const page: { data: RunSummary[]; nextCursor: string | null } = await this.call(
        "GET",
        `/runs?recipeId=${recipeId}&limit=100${query}`,
      );
      all.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor);
    return all;
  }

  run(id: string): Promise<RunView> {
    return this.call("GET", `/runs/${id}`);
  }

  /** Waits until the recipe has `count` runs and every one has ended. */
  untilEnded(recipeId: string, count: number, seconds = 60): Promise<RunSummary[]> {
    return until(
      `${count} ended runs`,
      async () => {
        const runs = await this.runs(recipeId);
        return runs.length >= count && runs.every((run) => run.finishedAt !== null) ? runs : undefined;
      },
      seconds,
    );
  }
}
