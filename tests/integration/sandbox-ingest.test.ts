import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handleWebhookRequest } from "~/server/events/door";
import type { ServiceContext } from "~/server/services/context";
import { actInSandbox } from "~/server/services/sandbox/act";
import { openSandbox } from "~/server/services/sandbox/open";
import { stripeSandboxState } from "~/server/services/sandbox/stripe-state";
import { makeWorkspace } from "~/tests/support/workspace";

// The sandbox posts to the install's own port, which is read when the environment is loaded.
const port = Number(process.env.PORT);

let server: Server;
let ctx: ServiceContext;

beforeAll(async () => {
  server = createServer((request, response) => void handleWebhookRequest(request, response));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  ctx = await makeWorkspace();
  await openSandbox(ctx);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe("the sandbox and the ordinary ingest route", () => {
  it("accepts every signed event once and shows what became of it", async () => {
    const { customerId } = await actInSandbox(ctx, { action: "new_customer", email: "ada@example.com" });
    const { events } = await actInSandbox(ctx, { action: "subscribe", customerId });
    const shown = (await stripeSandboxState(ctx))?.events ?? [];
    expect(shown).toHaveLength(events.length + 1);
    for (const event of shown) {
      expect(event.delivery).toMatchObject({ status: "delivered", attempts: 1 });
      expect(event.received).toMatchObject({ fate: "unmatched", runs: [] });
    }
    const rows = await ctx.db.event.findMany({
      where: { workspaceId: ctx.workspaceId },
      orderBy: { receivedAt: "asc" },
    });
    expect(rows.map((row) => row.type)).toEqual(["customer.created", ...events.map((event) => event.type)]);
    expect(rows.every((row) => row.deliveries === 1)).toBe(true);
  });
});
