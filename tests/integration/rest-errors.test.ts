import { beforeAll, describe, expect, test } from "vitest";
import { listTokens } from "~/server/services/token/list";
import { revokeToken } from "~/server/services/token/revoke";
import { Outsider } from "~/tests/support/outsider";
import { makeWorkspace } from "~/tests/support/workspace";

let user: Outsider;

beforeAll(async () => {
  user = await Outsider.of(await makeWorkspace());
});

describe("who may call", () => {
  test("no token, a wrong one and another scheme are answered 401 with a challenge", async () => {
    const nobody = new Outsider(null);
    const answers = await Promise.all([
      nobody.fails("GET", "/runs"),
      new Outsider("bh_wrong").fails("GET", "/runs"),
      nobody.fails("GET", "/runs", undefined, { headers: { authorization: `Basic ${user.token}` } }),
      nobody.fails("GET", "/no/such/thing"),
    ]);
    for (const { status, headers, json } of answers) {
      expect(status).toBe(401);
      expect(headers.get("www-authenticate")).toContain("Bearer");
      expect(json.error.code).toBe("unauthorized");
    }
  });

  test("a revoked token stops at once; the scheme's case does not matter", async () => {
    const ctx = await makeWorkspace();
    const revoked = await Outsider.of(ctx);
    const lowerCase = { headers: { authorization: `bearer ${revoked.token}` } };
    expect((await new Outsider(null).call("GET", "/runs", undefined, lowerCase)).status).toBe(200);
    for (const { id } of await listTokens(ctx)) await revokeToken(ctx, { id });
    expect((await revoked.call("GET", "/runs")).status).toBe(401);
  });
});

describe("what is asked", () => {
  test("an unknown call is 404, a wrong method 405 with the right ones, OPTIONS tells them, HEAD has no body", async () => {
    const unknown = await user.fails("GET", "/dreams");
    expect([unknown.status, unknown.json.error.code]).toEqual([404, "not_found"]);
    expect((await user.fails("GET", "")).status).toBe(404);
    const wrong = await user.fails("PUT", "/recipes", {});
    expect([wrong.status, wrong.json.error.code]).toEqual([405, "method_not_allowed"]);
    expect(wrong.headers.get("allow")).toBe("POST, GET, HEAD, OPTIONS");
    const options = await new Outsider(null).call("OPTIONS", "/recipes/1/publish");
    expect([options.status, options.headers.get("allow")]).toEqual([204, "POST, OPTIONS"]);
    const head = await user.call("HEAD", "/runs");
    expect([head.status, head.text]).toEqual([200, ""]);
    expect(head.headers.get("cache-control")).toBe("no-store");
  });

  test.each([
    ["limit=0", "limit: must be a whole number from 1 to 500"],
    ["limit=100000000", "limit: must be a whole number from 1 to 500"],
    ["limit=ten", "limit: must be a whole number from 1 to 500"],
    ["limit=2.5", "limit: must be a whole number from 1 to 500"],
    ["cursor=nonsense", "cursor: is no cursor of this list"],
    ["colour=red", "colour: There is no such field here"],
  ])("a list with ?%s is refused, naming the field", async (query, message) => {
    for (const list of ["/runs", "/events", "/recipes", "/connections"]) {
      const { status, json } = await user.fails("GET", `${list}?${query}`);
      expect([status, json.error.code], list).toEqual([400, "invalid_input"]);
      expect(json.error.message).toContain(message);
    }
  });

  test.each([
    ["status=done", "status: "],
    ["recipeId=12", "recipeId: "],
    ["eventId=evt_1", "eventId: "],
    ["since=yesterday", "since: must be a time like"],
  ])("runs with ?%s is refused, naming the field", async (query, message) => {
    const { status, json } = await user.fails("GET", `/runs?${query}`);
    expect(status).toBe(400);
    expect(json.error.message).toContain(message);
  });

  test("a NUL character in a query or a name is refused, not an internal error", async () => {
    expect((await user.fails("GET", "/events?type=%00")).json.error.message).toContain("type: ");
    const named = await user.fails("POST", "/recipes", { name: "a\0b", definition: {} });
    expect([named.status, named.json.error.code]).toEqual([400, "invalid_input"]);
  });
});

describe("what is sent", () => {
  test.each([
    ["[]", "body: "],
    ["null", "body: "],
    ["{", "not valid JSON"],
    ['{"name":"x","definition":{},}', "not valid JSON"],
    ['{"name":"x"}', "definition: "],
    ['{"name":"x","definition":"{}"}', "definition: "],
    ['{"name":5,"definition":{}}', "name: "],
    ['{"name":" ","definition":{}}', "name: "],
    ['{"name":"x","definition":{},"colour":"red"}', "colour: There is no such field here"],
    [`{"name":"x","definition":${"[".repeat(200)}${"]".repeat(200)}}`, "nested deeper"],
    [`{"name":"x","definition":${'{"a":'.repeat(90_000)}1${"}".repeat(90_000)}}`, "nested deeper"],
  ])("%.60s is refused, naming what is wrong", async (raw, message) => {
    const { status, json } = await user.fails("POST", "/recipes", undefined, { raw });
    expect([status, json.error.code]).toEqual([400, "invalid_input"]);
    expect(json.error.message).toContain(message);
    expect(JSON.stringify(json)).not.toMatch(/at .*\.(ts|js):\d|node_modules|prisma/i);
  });

  test("another content type is 415, a body over 1 MB 413", async () => {
    const form = { headers: { "content-type": "application/x-www-form-urlencoded" }, raw: "name=x" };
    const wrong = await user.fails("POST", "/recipes", undefined, form);
    expect([wrong.status, wrong.json.error.code]).toEqual([415, "unsupported_media_type"]);
    expect(wrong.json.error.message).toContain("application/json");
    const large = await user.fails("POST", "/recipes", {
      name: "x",
      definition: { fill: "x".repeat(1_100_000) },
    });
    expect([large.status, large.json.error.code]).toEqual([413, "body_too_large"]);
  });
});

describe("another workspace's things", () => {
  test("are answered exactly like things that never were", async () => {
    const other = await Outsider.of(await makeWorkspace());
    const { json: recipe } = await other.call<{ id: string }>("POST", "/recipes", {
      name: "Theirs",
      definition: {},
    });
    const never = "01900000-0000-7000-8000-000000000000";
    const calls = (id: string): [string, string, unknown?][] => [
      ["GET", `/recipes/${id}`],
      ["PATCH", `/recipes/${id}`, { name: "Mine" }],
      ["DELETE", `/recipes/${id}`],
      ["POST", `/recipes/${id}/publish`],
      ["POST", `/recipes/${id}/pause`],
      ["POST", `/recipes/${id}/resume`],
      ["POST", `/recipes/${id}/rollback`, { version: 1 }],
      ["POST", `/recipes/${id}/test`, {}],
      ["POST", `/recipes/${id}/compare`, { from: "draft" }],
      ["GET", `/recipes/${id}/versions`],
      ["GET", `/recipes/${id}/export`],
      ["POST", `/recipes/${id}/archive`],
    ];
    for (const [index, [method, path, body]] of calls(recipe.id).entries()) {
      const [, unknownPath = ""] = calls(never)[index] ?? [];
      const theirs = await user.fails(method, path, body);
      const unknown = await user.fails(method, unknownPath, body);
      const noId = await user.fails(method, path.replace(recipe.id, "not-an-id"), body);
      expect(theirs.status, path).toBe(404);
      expect(theirs.text).toBe(unknown.text);
      expect(noId.text).toBe(unknown.text);
    }
    expect((await other.call<{ name: string }>("GET", `/recipes/${recipe.id}`)).json.name).toBe("Theirs");
  });
});
