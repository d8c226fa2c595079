import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { everythingAnswered, Outsider } from "~/tests/support/outsider";
import { WebApi } from "~/tests/support/web-api";
import { makeWorkspace } from "~/tests/support/workspace";

const SECRET = "s3cr3t-of-the-api";

let api: WebApi;
let user: Outsider;

beforeAll(async () => {
  api = await WebApi.start();
});
beforeEach(async () => {
  user = await Outsider.of(await makeWorkspace());
  api.reset();
});
afterAll(async () => {
  await api.stop();
  expect(everythingAnswered.join("\n")).not.toContain(SECRET);
});

const bearer = { kind: "bearer", token: SECRET };
const body = (credentials: object) => ({ app: "http", name: "CRM", credentials });
const connect = (credentials: object, query = "") =>
  user.call<ConnectionView>("POST", `/connections${query}`, body(credentials));
const refused = async (credentials: object) => {
  const { status, json } = await user.fails("POST", "/connections", body(credentials));
  return { status, message: json.error.message, details: json.error.details };
};

describe("a connection of another web API", () => {
  test.each([
    [{ kind: "basic", username: "ada", password: SECRET }, "user name and password", "unverified"],
    [bearer, "bearer token", "unverified"],
    [{ kind: "header", name: "X-Shop", value: SECRET }, "secret in a header", "unverified"],
    [{ kind: "none" }, "no authentication", "connected"],
  ])("%j tells its origin and kind, and no secret", async (auth, words, status) => {
    const made = await connect({ origin: "https://API.example.com:443/", auth });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      app: "http",
      name: "CRM",
      status,
      accountLabel: `https://api.example.com (${words})`,
      origin: "https://api.example.com",
      auth: auth.kind,
    });
    expect(made.json.webhookUrl).toBeUndefined();
    const { json } = await user.call<{ data: ConnectionView[] }>("GET", "/connections");
    expect(json.data).toEqual([made.json]);
    expect((await user.call("DELETE", `/connections/${made.json.id}`)).status).toBe(204);
  });

  test("OAuth 2.0 is tried with a real token call", async () => {
    const auth = { kind: "oauth2", tokenUrl: `${api.origin}/token`, clientId: "id", clientSecret: SECRET };
    const origin = "https://api.example.com";
    api.routes["/token"] = () => ({ body: { access_token: `granted-${SECRET}`, expires_in: 60 } });
    const made = await connect({ origin, auth });
    expect(made.json).toMatchObject({ status: "connected", statusDetail: null });
    api.routes["/token"] = () => ({
      status: 401,
      body: { error: "invalid_client", error_description: `not ${SECRET}` },
    });
    const failed = await refused({ origin, auth });
    expect(failed).toMatchObject({ status: 422, details: { field: "credentials.auth" } });
    expect(failed.message).toContain("invalid_client");
    const asked = api.requests.length;
    expect((await connect({ origin, auth }, "?verify=false")).json.status).toBe("unverified");
    expect(api.requests).toHaveLength(asked);
  });

  test.each([
    [{ auth: bearer }, "credentials.origin"],
    [{ origin: "https://api.example.com/v1", auth: bearer }, "without a path"],
    [{ origin: "http://api.example.com", auth: bearer }, "must begin with https://"],
    [{ origin: "https://a:b@api.example.com", auth: bearer }, "no user name"],
    [{ origin: "ftp://api.example.com", auth: bearer }, "must begin with https://"],
    [{ origin: "https://169.254.169.254", auth: bearer }, "is not public"],
    [{ origin: "https://10.0.0.1", auth: bearer }, "is not public"],
    [{ origin: "https://api.example.com" }, "credentials.auth"],
    [{ origin: "https://api.example.com", auth: { kind: "digest" } }, "kind must be"],
    [{ origin: "https://api.example.com", auth: { kind: "bearer", token: "two words" } }, "one word"],
    [
      { origin: "https://api.example.com", auth: { kind: "header", name: "Host", value: "x" } },
      "cannot be set",
    ],
    [
      { origin: "https://api.example.com", auth: { kind: "header", name: "X-A", value: "a\r\nb: c" } },
      "one line",
    ],
    [
      {
        origin: "https://api.example.com",
        auth: { kind: "oauth2", tokenUrl: "https://192.168.1.1/t", clientId: "a", clientSecret: "b" },
      },
      "credentials.auth.tokenUrl: The address 192.168.1.1 is not public",
    ],
  ])("%j is refused", async (credentials, message) => {
    const answer = await refused(credentials);
    expect([400, 422]).toContain(answer.status);
    expect(JSON.stringify(answer)).toContain(message);
  });

  test("its secret is replaced whole, and a new origin needs it again", async () => {
    const { json: made } = await connect({ origin: "https://api.example.com", auth: bearer });
    const path = `/connections/${made.id}`;
    const stolen = await user.fails("PATCH", path, { credentials: { origin: "https://evil.example.com" } });
    expect(stolen.status).toBe(400);
    expect(stolen.json.error.message).toContain("credentials.auth");
    const auth = { kind: "header", name: "X-Key", value: SECRET };
    const changed = await user.call("PATCH", path, { name: "CRM 2", credentials: { auth } });
    expect(changed.json).toMatchObject({
      name: "CRM 2",
      origin: made.origin,
      auth: "header",
      status: "unverified",
    });
    const moved = await user.call("PATCH", path, {
      credentials: { origin: "https://new.example.com", auth },
    });
    expect(moved.json).toMatchObject({
      origin: "https://new.example.com",
      accountLabel: "https://new.example.com (secret in a header)",
    });
  });

  test("what makes no sense for it is said", async () => {
    const { json: made } = await connect({ origin: "https://api.example.com", auth: bearer });
    const doctor = await user.fails("GET", `/connections/${made.id}/doctor`);
    expect(doctor.status).toBe(400);
    expect(doctor.json.error.message).toContain("every API has permissions of its own");
    const choices = await user.fails("GET", `/connections/${made.id}/choices?kind=stripe.price`);
    expect(choices.status).toBe(400);
    expect(choices.json.error.message).toContain("another web API");
  });
});
