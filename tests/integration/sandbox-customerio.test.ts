import { APIClient, IdentifierType, SendEmailRequest, TrackClient } from "customerio-node";
import { ulid } from "ulid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "~/server/services/context";
import { customerioSandboxState, sandboxPerson } from "~/server/services/sandbox/customerio-state";
import { openSandboxKeys, type SandboxServer, serveSandbox } from "~/tests/support/sandbox";
import { makeWorkspace } from "~/tests/support/workspace";

let server: SandboxServer;
let ctx: ServiceContext;
let track: TrackClient;
let app: APIClient;
let stranger: { track: TrackClient; app: APIClient };

function clients(keys: { siteId: string; trackApiKey: string; appApiKey: string }) {
  const origin = `http://127.0.0.1:${server.port}/sandbox/customerio`;
  const retry = { maxRetries: 0 };
  return {
    track: new TrackClient(keys.siteId, keys.trackApiKey, { url: `${origin}/track/api/v1`, retry }),
    app: new APIClient(keys.appApiKey, { url: `${origin}/app/v1`, retry }),
  };
}

/** What the page shows of the person with this id or e-mail address. */
async function person(identifier: string) {
  const state = await customerioSandboxState(ctx);
  const row = state?.people.find((one) => one.externalId === identifier || one.email === identifier);
  return row ? sandboxPerson(ctx, { id: row.id }) : null;
}

async function attribute(identifier: string, name: string): Promise<unknown> {
  return (await person(identifier))?.attributes.find((one) => one.name === name)?.value;
}

beforeAll(async () => {
  server = await serveSandbox();
  ctx = await makeWorkspace();
  ({ track, app } = clients((await openSandboxKeys(ctx)).customerio));
  stranger = clients((await openSandboxKeys(await makeWorkspace())).customerio);
});
afterAll(() => server.stop());

describe("the simulated Customer.io, through the official SDK", () => {
  it("answers for its region, and 401 for keys that do not belong together", async () => {
    expect(await track.getAccountRegion()).toMatchObject({ region: "us" });
    const keys = (await openSandboxKeys(ctx)).customerio;
    const refused = { statusCode: 401, message: "Unauthorized request" };
    await expect(clients({ ...keys, siteId: "wrong" }).track.getAccountRegion()).rejects.toMatchObject(
      refused,
    );
    await expect(
      clients({ ...keys, appApiKey: `${keys.appApiKey.slice(0, -1)}-` }).app.listSegments(),
    ).rejects.toMatchObject(refused);
  });

  it("keeps the newer value when an older write comes later", async () => {
    await track.identify("order", { plan: "scale", _timestamp: 2000 });
    await track.identify("order", { plan: "starter", seats: 1, _timestamp: 1000 });
    expect(await attribute("order", "plan")).toBe("scale");
    expect(await attribute("order", "seats")).toBe(1);
    await track.identify("order", { plan: "pro", _timestamp: 2000 });
    expect(await attribute("order", "plan")).toBe("pro");
    expect(await attribute("order", "_timestamp")).toBeUndefined();
  });

  it("never creates with _update", async () => {
    await track.identify("ghost", { plan: "pro", _update: true });
    expect(await person("ghost")).toBeNull();
  });

  it("knows a person by id, e-mail address and cio_id alike", async () => {
    await track.identify("Ada@Example.com", { first_name: "Ada" });
    await track.identify("u1", { email: "ada@example.com", plan: "pro" });
    const ada = await person("u1");
    expect(ada).toMatchObject({ externalId: "u1", email: "ada@example.com" });
    expect(await attribute("u1", "first_name")).toBe("Ada");
    await track.identify(`cio_${ada?.id}`, { email: "ada@new.example" });
    expect((await person("u1"))?.email).toBe("ada@new.example");
    const found = await app.getCustomersByEmail("ADA@new.example");
    expect(found).toEqual({ results: [{ cio_id: ada?.id, id: "u1", email: "ada@new.example" }] });
    expect(await app.getAttributes("u1", IdentifierType.Id)).toMatchObject({
      customer: { id: "u1", attributes: { plan: "pro", email: "ada@new.example" }, unsubscribed: false },
    });
    await expect(app.getAttributes("nobody", IdentifierType.Id)).rejects.toMatchObject({ statusCode: 404 });
  });

  it("removes an attribute that is written empty", async () => {
    await track.identify("empty", { plan: "pro", seats: 2 });
    await track.identify("empty", { plan: "", seats: null });
    expect((await person("empty"))?.attributes).toEqual([]);
  });

  it("takes an event with the same ULID once", async () => {
    const id = ulid();
    for (const _ of [1, 2, 3])
      await track.track("buyer", { name: "paid", id, timestamp: 1_790_000_000, data: { amount: 4900 } });
    await track.track("buyer", { name: "paid", data: { amount: 100 } });
    const buyer = await person("buyer");
    expect(buyer?.events.map((event) => event.data)).toEqual([{ amount: 100 }, { amount: 4900 }]);
    await expect(track.track("buyer", { name: "paid", id: "not-a-ulid" })).rejects.toMatchObject({
      statusCode: 400,
    });
    await track.trackAnonymous("visitor", { name: "looked" });
  });

  it("adds people to manual segments and takes them out", async () => {
    await track.identify("member", { email: "member@example.com" });
    const { segments } = (await app.listSegments()) as {
      segments: { id: number; name: string; type: string }[];
    };
    const vips = segments.find((segment) => segment.name === "VIPs");
    expect(vips).toMatchObject({ id: expect.any(Number), type: "manual" });
    await track.addCustomersToSegment(vips?.id ?? 0, ["member", "nobody"]);
    await track.addCustomersToSegment(1, ["member@example.com"], IdentifierType.Email);
    expect((await person("member"))?.segments.map((segment) => segment.name).sort()).toEqual([
      "Customers",
      "VIPs",
    ]);
    await track.removeCustomersFromSegment(vips?.id ?? 0, ["member"]);
    expect((await person("member"))?.segments.map((segment) => segment.name)).toEqual(["Customers"]);
    await expect(track.addCustomersToSegment(99, ["member"])).rejects.toMatchObject({ statusCode: 404 });
  });

  it("keeps the transactional messages that were sent", async () => {
    await track.identify("reader", { email: "reader@example.com" });
    const sent = await app.sendEmail(
      new SendEmailRequest({
        to: "reader@example.com",
        transactional_message_id: "receipt",
        identifiers: { id: "reader" },
        message_data: { amount: "$49.00" },
      }),
    );
    expect(sent).toEqual({ delivery_id: expect.any(String), queued_at: expect.any(Number) });
    expect((await person("reader"))?.messages).toMatchObject([
      { to: "reader@example.com", template: "receipt", data: { amount: "$49.00" } },
    ]);
    const incomplete = { to: "reader@example.com", identifiers: { id: "reader" } };
    const answer = await fetch(`http://127.0.0.1:${server.port}/sandbox/customerio/app/v1/send/email`, {
      method: "POST",
      body: JSON.stringify(incomplete),
      headers: { authorization: `Bearer ${(await openSandboxKeys(ctx)).customerio.appApiKey}` },
    });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { meta: { error: expect.stringContaining("transactional_message_id") } },
    ]);
  });

  it("performs v2 operations and says which of a batch were wrong", async () => {
    await track.entity({
      type: "person",
      action: "identify",
      identifiers: { id: "v2" },
      attributes: { plan: "pro" },
    });
    await track.batch([
      { type: "person", action: "event", identifiers: { id: "v2" }, name: "batched", attributes: { n: 1 } },
      { type: "person", action: "identify", identifiers: { id: "v2" }, attributes: { seats: 5 } },
    ]);
    const two = await person("v2");
    expect(two?.events).toMatchObject([{ name: "batched", data: { n: 1 } }]);
    expect(await attribute("v2", "seats")).toBe(5);
    const partly = await track.batch([
      { type: "nothing" },
      { type: "person", action: "identify", identifiers: { id: "v2" }, attributes: { seats: 6 } },
    ]);
    expect(partly).toMatchObject({ errors: [{ batch_index: 0, field: "type" }] });
    expect(await attribute("v2", "seats")).toBe(6);
  });

  it("deletes a person", async () => {
    await track.identify("gone", {});
    await track.destroy("gone");
    expect(await person("gone")).toBeNull();
  });

  it("loses nothing when many writes arrive at once", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => track.identify("busy", { [`a${n}`]: n })));
    expect((await person("busy"))?.attributes).toHaveLength(20);
  });

  it("never shows one workspace's people to another", async () => {
    await track.identify("mine", { email: "mine@example.com" });
    expect(await stranger.app.getCustomersByEmail("mine@example.com")).toEqual({ results: [] });
    await stranger.track.destroy("mine");
    await stranger.track.identify("mine", { plan: "stolen" });
    expect(await attribute("mine", "plan")).toBeUndefined();
  });
});
