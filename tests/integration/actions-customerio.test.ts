import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { getAction } from "~/server/connectors/catalog";
import { performAt } from "~/tests/support/perform";
import { startVendors } from "~/tests/support/vendors";

const vendors = await startVendors();
const perform = performAt(vendors);

function doing(id: string) {
  const action = getAction(id);
  if (!action) throw new Error(`There is no action ${id}.`);
  return (input: object) => perform(action, input) as Promise<Record<string, unknown>>;
}

const sent = async () => (await vendors?.requests()) ?? [];
const confirm = true;
const identifier = "nobody";

describe.skipIf(!vendors)("Customer.io's actions", () => {
  beforeEach(() => vendors?.reset());
  afterAll(() => vendors?.stop());

  test.each([
    ["customerio.person.delete", { identifier, confirm }],
    ["customerio.device.remove", { identifier, device_id: "t" }],
    ["customerio.esp_suppression", { action: "remove", email: "a@example.com", confirm }],
  ])("%s of what is not there counts as done", async (id, input) => {
    await vendors?.fault({ kind: "status", status: 404, match: { method: "DELETE" } });
    await expect(doing(id)(input)).resolves.toBeTruthy();
  });

  test.each([
    ["customerio.person.delete", { identifier, confirm }],
    ["customerio.device.remove", { identifier, device_id: "t" }],
  ])("%s that Customer.io turns down is no success", async (id, input) => {
    await vendors?.fault({ kind: "status", status: 403, match: { method: "DELETE" } });
    await expect(doing(id)(input)).rejects.toThrow();
  });

  test("a merge into nobody is refused before anything is lost", async () => {
    await vendors?.fault({ kind: "status", status: 404, match: { method: "GET" } });
    const pair = { primary: { id: "gone" }, secondary: { id: "cus_1" }, confirm };
    await expect(doing("customerio.person.merge")(pair)).rejects.toThrow(/no person gone/);
    expect((await sent()).filter(({ method }) => method !== "GET")).toEqual([]);
  });

  test("a merge that is done already is left alone", async () => {
    await vendors?.fault({ kind: "status", status: 404, after: 1, match: { method: "GET" } });
    const pair = { primary: { id: "cus_1" }, secondary: { id: "gone" }, confirm };
    expect(await doing("customerio.person.merge")(pair)).toEqual({ merged: false });
    expect((await sent()).filter(({ method }) => method !== "GET")).toEqual([]);
  });

  test("addresses with + and @ arrive as they are", async () => {
    const id = "ada+vip@example.com";
    await doing("customerio.person.get")({ id, id_type: "email" });
    await doing("customerio.person.delete")({ identifier: id, confirm });
    const names = (await sent()).map(({ pathParams }) => Object.values(pathParams)[0]);
    expect(names).toEqual([id, id]);
  });

  test("2,500 people go into a segment in three requests", async () => {
    const ids = Array.from({ length: 2500 }, (_, index) => `cus_${index}`);
    await doing("customerio.segment.add")({ segment: 7, ids });
    const parts = (await sent()).map(({ body }) => (body as { ids: string[] }).ids);
    expect(parts.map(({ length }) => length)).toEqual([1000, 1000, 500]);
    expect(parts.flat()).toEqual(ids);
  });

  test("a batch is cut below 500 KB, and each event has the same id of its own every time", async () => {
    const note = "x".repeat(20_000);
    const event = {
      type: "person",
      identifiers: { id: "1" },
      action: "event",
      name: "paid",
      attributes: { note },
    };
    const operations = Array.from({ length: 60 }, () => event);
    const batch = doing("customerio.batch");
    expect(await batch({ operations })).toEqual({ sent: 60, failed: [] });
    const first = (await sent()).map(({ body }) => body as { batch: { id: string }[] });
    expect(first.length).toBeGreaterThan(2);
    for (const body of first) expect(JSON.stringify(body).length).toBeLessThanOrEqual(500_000);
    const ids = first.flatMap(({ batch }) => batch.map(({ id }) => id));
    expect(new Set(ids).size).toBe(60);
    await vendors?.reset();
    await batch({ operations });
    const again = (await sent()).map(({ body }) => body as { batch: { id: string }[] });
    expect(again.flatMap(({ batch }) => batch.map(({ id }) => id))).toEqual(ids);
  });

  test("what a batch turned down is named by its place in the whole", async () => {
    const errors = [{ batch_index: 0, reason: "required", field: "name", message: "name is missing" }];
    const operations = [{ type: "person", identifiers: { id: "1" }, action: "identify" }];
    const fault = { kind: "status", status: 207, body: { errors }, match: { operationId: "batch" } };
    await vendors?.fault(fault);
    await expect(doing("customerio.batch")({ operations })).rejects.toThrow(/Operation 0: name is missing/);
    await vendors?.fault(fault);
    const answer = await doing("customerio.batch")({ operations, allow_failures: true });
    expect(answer).toEqual({
      sent: 0,
      failed: [{ index: 0, reason: "required", message: "name is missing" }],
    });
  });

  test.each([
    ["app", "/api/v1/customers/1"],
    ["track", "/v1/segments"],
    ["app", "https://evil.example/v1/"],
    ["app", "/v1/../../secret"],
  ])("a request of %s to %s is refused", async (api, path) => {
    await expect(doing("customerio.api")({ api, method: "GET", path })).rejects.toThrow();
    expect(await sent()).toEqual([]);
  });

  test("whether any request may be repeated is the user's to say", () => {
    const effectOf = getAction("customerio.api")?.effectOf as (input: object) => string;
    expect(effectOf({ method: "GET" })).toBe("read");
    expect(effectOf({ method: "POST" })).toBe("send");
    expect(effectOf({ method: "POST", safe_to_retry: true })).toBe("upsert");
  });
});
