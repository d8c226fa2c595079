import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pool, prisma } from "~/server/db";
import { RetryLater } from "~/server/engine/durable";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import { createConnection } from "~/server/services/connection/create";
import { deleteConnection } from "~/server/services/connection/delete";
import type { CreateConnectionInput } from "~/server/services/connection/schemas";
import { type Bench, openBench } from "~/tests/support/engine";
import { WebApi } from "~/tests/support/web-api";
import { makeWorkspace } from "~/tests/support/workspace";

type Auth = (CreateConnectionInput & { app: "http" })["credentials"]["auth"];

const SECRET = "s3cr3t-of-the-api";

let api: WebApi;
let other: WebApi;
let bench: Bench;

beforeAll(async () => {
  api = await WebApi.start();
  other = await WebApi.start();
  bench = await openBench({
    origin: api.origin,
    customerio: { track: `${api.origin}/t`, app: `${api.origin}/a` },
  });
});
beforeEach(() => {
  api.reset();
  other.reset();
});
afterAll(async () => {
  await api?.stop();
  await other?.stop();
});

const connect = async (auth: Auth, ctx = bench.ctx) => {
  const credentials = { origin: api.origin, auth };
  const input = { app: "http" as const, name: "API", credentials };
  return (await createConnection(ctx, input, { verify: false })).id;
};
const http = (over: object = {}) => ({ id: "call", kind: "http", url: `${api.origin}/things`, ...over });

/** Executes until the run has ended or waits; who waits is not waited for. */
async function execute(runId: string) {
  await executeRun(embeddedSteps, bench.ctx.workspaceId, runId).catch((error: unknown) => {
    if (!(error instanceof RetryLater)) throw error;
  });
  return bench.run(runId);
}
async function runStep(over: object = {}, { live = "live" as "live" | "shadow", object = {} } = {}) {
  return execute(await bench.start(await bench.setLive([http(over)], live), object));
}
const again = async (runId: string) => {
  await pool().query(`UPDATE "Run" SET "nextAttemptAt" = now() WHERE "id" = $1`, [runId]);
  return execute(runId);
};
type Run = Awaited<ReturnType<typeof runStep>>;
const outputOf = (run: Run) => run.steps[0]?.output as { status: number; headers: object; body: never };
/** All that is kept of a run, as text. */
async function stored(run: Run): Promise<string> {
  const { rows } = await pool().query(`SELECT * FROM "StepRun" WHERE "runId" = $1`, [run.id]);
  return JSON.stringify(rows);
}

describe("a request", () => {
  test("goes out with query, headers and JSON, and its answer is the step's output", async () => {
    const run = await runStep(
      {
        method: "POST",
        query: { tag: ["a", "b"], n: 2, none: "{{ trigger.data.object.nothing }}" },
        headers: { "X-Source": "billhook" },
        body: { email: "{{ trigger.data.object.email }}", plan: "{{ trigger.data.object.plan }}" },
        onMissing: { "body.plan": "free" },
      },
      { object: { email: "ada@example.com" } },
    );
    expect(run.status).toBe("succeeded");
    const [sent] = api.requests;
    expect(sent).toMatchObject({ method: "POST", path: "/things?tag=a&tag=b&n=2" });
    expect(JSON.parse(sent?.body ?? "")).toEqual({ email: "ada@example.com", plan: "free" });
    expect(sent?.headers).toMatchObject({ "x-source": "billhook", "content-type": "application/json" });
    expect(sent?.headers["idempotency-key"]).toMatch(/\S{16,}/);
    expect(outputOf(run)).toMatchObject({ status: 200, body: { method: "POST" } });
    expect(outputOf(run).headers).toMatchObject({ "content-type": "application/json" });
    expect(run.steps[0]?.attempts[0]?.requests[0]).toMatchObject({
      method: "POST",
      response: { status: 200 },
    });
  });

  test.each([
    ["form", { a: "1 2", list: ["x", "y"] }, "application/x-www-form-urlencoded", "a=1+2&list=x&list=y"],
    ["raw", "<a>ü</a>", "text/plain; charset=utf-8", "<a>ü</a>"],
    ["json", '{"as": "it is"}', "application/json", '{"as": "it is"}'],
  ])("a %s body", async (bodyType, body, type, text) => {
    await runStep({ method: "PUT", bodyType, body });
    expect(api.requests[0]).toMatchObject({ body: text, headers: { "content-type": type } });
  });

  test("the user's own headers win over ours, and a GET carries no key", async () => {
    await runStep({
      method: "POST",
      bodyType: "raw",
      body: "x",
      headers: { "Idempotency-Key": "mine", "content-type": "text/csv" },
    });
    await runStep();
    expect(api.requests[0]?.headers).toMatchObject({ "idempotency-key": "mine", "content-type": "text/csv" });
    expect(api.requests[1]?.headers["idempotency-key"]).toBeUndefined();
    expect(api.requests[1]?.body).toBe("");
  });

  test.each([
    [{ headers: { Host: "internal" } }, "headers.Host: cannot be set"],
    [{ headers: { "Transfer-Encoding": "chunked" } }, "headers.Transfer-Encoding: cannot be set"],
    [{ headers: { "X-A": "a\r\nX-B: b" } }, "headers.X-A: must not hold a line break"],
    [{ headers: { "bad name": "a" } }, "is not the name of a header"],
    [{ url: "{{ trigger.data.object.nothing }}" }, "url: the event has no such value"],
    [{ url: "https://{{ trigger.data.object.host }}/" }, "must hold no user name"],
    [{ timeout: "PT3M" }, "timeout: must be a duration"],
    [{ bodyType: "form", body: "text" }, "body: must be names with values"],
    [{ method: "TRACE" }, "method: TRACE is not allowed"],
  ])("%j is refused before anything is sent", async (over, message) => {
    const run = await runStep(over, { object: { host: "a:b@example.com" } });
    expect(run).toMatchObject({ status: "failed", error: { code: "invalid_input" } });
    expect(run.error?.message).toContain(message);
    expect(api.requests).toEqual([]);
  });

  test("what is not JSON is text; what is no text says what it is", async () => {
    api.answers.push(
      { body: "hällo", headers: { "content-type": "text/plain; charset=utf-8" } },
      {
        body: Buffer.from("h\xe4llo", "latin1"),
        headers: { "content-type": "text/plain; charset=iso-8859-1" },
      },
      { body: Buffer.from([0, 1, 255]), headers: { "content-type": "image/png" } },
      { status: 204, body: "" },
      { body: gzipSync('{"packed":true}'), headers: { "content-encoding": "gzip" } },
      { body: `${"[".repeat(5000)}${"]".repeat(5000)}`, headers: { "content-type": "application/json" } },
    );
    const bodies: unknown[] = [];
    for (let n = 0; n < 5; n++) bodies.push(outputOf(await runStep()).body);
    expect(bodies).toEqual([
      "hällo",
      "hällo",
      { binary: true, bytes: 3, type: "image/png" },
      null,
      { packed: true },
    ]);
    expect(typeof outputOf(await runStep()).body).toBe("string");
  });

  test("a dry run sends nothing and pretends a success", async () => {
    const run = await runStep({ method: "POST", body: { a: 1 } }, { live: "shadow" });
    expect(run.status).toBe("succeeded");
    expect(outputOf(run)).toEqual({ status: 200, headers: {}, body: {} });
    expect(run.steps[0]?.attempts[0]?.requests[0]).toMatchObject({ dryRun: true, body: { a: 1 } });
    expect(api.requests).toEqual([]);
  });
});

describe("credentials", () => {
  const base64 = Buffer.from(`ada:${SECRET}`).toString("base64");
  test.each<[string, Auth, string, string]>([
    ["basic", { kind: "basic", username: "ada", password: SECRET }, "authorization", `Basic ${base64}`],
    ["bearer", { kind: "bearer", token: SECRET }, "authorization", `Bearer ${SECRET}`],
    ["header", { kind: "header", name: "X-Shop", value: `Token ${SECRET}` }, "x-shop", `Token ${SECRET}`],
  ])(
    "%s is added, and is nowhere to be read afterwards, even when the API echoes it",
    async (_kind, auth, name, value) => {
      const run = await runStep({ connection: await connect(auth) });
      expect(api.requests[0]?.headers[name]).toBe(value);
      expect(run.status).toBe("succeeded");
      expect(run.steps[0]?.attempts[0]?.requests[0]?.headers[name]).toContain("***");
      const kept = await stored(run);
      expect(kept).toContain("***");
      for (const secret of [SECRET, base64]) expect(kept).not.toContain(secret);
    },
  );

  test("no authentication adds nothing", async () => {
    await runStep({ connection: await connect({ kind: "none" }) });
    expect(api.requests[0]?.headers.authorization).toBeUndefined();
  });

  test("what a user typed as a secret into the step is not stored either", async () => {
    api.answers.push({ body: {} });
    const run = await runStep({
      method: "POST",
      url: `${api.origin}/things?access_token=${SECRET}`,
      query: { api_key: SECRET, signature: SECRET },
      headers: { "X-Auth-Token": SECRET, Cookie: `a=${SECRET}` },
      body: { client_secret: SECRET, name: "Ada" },
    });
    expect(run.status).toBe("succeeded");
    const request = run.steps[0]?.attempts[0]?.requests[0];
    expect(await stored(run)).not.toContain(SECRET);
    expect(JSON.stringify(request)).toContain("Ada");
    expect(api.requests[0]).toMatchObject({
      headers: { "x-auth-token": SECRET },
      body: expect.stringContaining(SECRET),
    });
  });

  test("they go to their own origin only; the log says why not", async () => {
    const connection = await connect({ kind: "bearer", token: SECRET });
    const run = await runStep({ connection, url: `${other.origin}/elsewhere` });
    expect(other.requests).toHaveLength(1);
    expect(JSON.stringify(other.requests[0]?.headers)).not.toContain(SECRET);
    expect(run.steps[0]?.attempts[0]?.logs?.[0]).toContain("secret was not sent");
  });

  test.each([
    [
      "another tenant's",
      async () => connect({ kind: "bearer", token: SECRET }, await makeWorkspace()),
      "not_found",
    ],
    [
      "a deleted one",
      async () => {
        const id = await connect({ kind: "bearer", token: SECRET });
        await deleteConnection(bench.ctx, { id });
        return id;
      },
      "not_found",
    ],
    ["one of another app", async () => bench.stripe, "invalid_input"],
  ])("%s fails the step and sends nothing", async (_which, make, code) => {
    const run = await runStep({ connection: await make() });
    expect(run).toMatchObject({ status: "failed", error: { code } });
    expect(api.requests).toEqual([]);
  });
});

describe("redirects", () => {
  const to = (location: string, status = 302) => ({ status, headers: { location }, body: "" });
  const bearer = () => connect({ kind: "bearer", token: SECRET });

  test("of the same origin keep the secret and the user's headers", async () => {
    api.answers.push(to("/moved"), {});
    const run = await runStep({ connection: await bearer(), headers: { "X-Token": "mine" } });
    expect(run.status).toBe("succeeded");
    expect(api.requests.map(({ path }) => path)).toEqual(["/things", "/moved"]);
    expect(api.requests[1]?.headers).toMatchObject({ authorization: `Bearer ${SECRET}`, "x-token": "mine" });
  });

  test("to another origin drop every secret, and coming back does not bring it back", async () => {
    api.answers.push(to(`${other.origin}/away`), { body: {} });
    other.answers.push(to(`${api.origin}/back`));
    const headers = { Authorization: "mine", Cookie: "sid=1", "X-Api-Key": "mine", "X-Trace": "kept" };
    await runStep({ connection: await bearer(), headers });
    for (const request of [other.requests[0], api.requests[1]]) {
      expect(request?.headers["x-trace"]).toBe("kept");
      for (const name of ["authorization", "cookie", "x-api-key"])
        expect(request?.headers[name]).toBeUndefined();
    }
  });

  test("a secret header of any name is dropped too", async () => {
    api.answers.push(to(`${other.origin}/away`));
    await runStep({ connection: await connect({ kind: "header", name: "X-Shop", value: SECRET }) });
    expect(JSON.stringify(other.requests)).not.toContain(SECRET);
    expect(other.requests).toHaveLength(1);
  });

  test.each([
    ["303 after POST turns into GET", "POST", to("/done", 303), ["POST /things 7", "GET /done 0"]],
    [
      "307 of the same origin repeats method and body",
      "POST",
      to("/again", 307),
      ["POST /things 7", "POST /again 7"],
    ],
    ["308 likewise", "PUT", to("/again", 308), ["PUT /things 7", "PUT /again 7"]],
  ])("%s", async (_rule, method, answer, seen) => {
    api.answers.push(answer);
    const run = await runStep({ method, body: { a: 1 } });
    expect(run.status).toBe("succeeded");
    expect(api.requests.map((one) => `${one.method} ${one.path} ${one.body.length}`)).toEqual(seen);
  });

  test.each([301, 302, 307, 308])("a POST is not repeated at another origin after %i", async (status) => {
    api.answers.push(to(`${other.origin}/away`, status));
    const run = await runStep({ method: "POST", body: { a: 1 } });
    expect(run).toMatchObject({ status: "failed", error: { code: "redirect_not_followed" } });
    expect(run.error?.message).toContain(`${other.origin}/away`);
    expect(other.requests).toEqual([]);
  });

  test.each([
    "http://169.254.169.254/latest/meta-data",
    "http://10.0.0.1/",
    "file:///etc/passwd",
    "http://a:b@example.com/",
    "http://example.com:22/",
    "http://[::ffff:169.254.169.254]/",
  ])("to %s are refused", async (location) => {
    api.answers.push(to(location));
    const run = await runStep();
    expect(run).toMatchObject({ status: "failed", error: { code: "refused" } });
    expect(api.requests).toHaveLength(1);
  });

  test("end after five", async () => {
    api.routes["/things"] = () => to("/things");
    const run = await runStep();
    expect(run).toMatchObject({ status: "failed", error: { code: "too_many_redirects" } });
    expect(api.requests).toHaveLength(6);
  });
});

describe("an answer that is no success", () => {
  test("404 fails at once and quotes the API", async () => {
    api.answers.push({ status: 404, body: { error: { message: "No such thing" } } });
    const run = await runStep();
    expect(run).toMatchObject({ status: "failed", error: { code: "http_404" } });
    expect(run.error?.message).toContain("answered 404: No such thing");
  });

  test("429 waits as long as the API says", async () => {
    api.answers.push({ status: 429, headers: { "retry-after": "120" } });
    const run = await runStep({ method: "POST" });
    expect(run).toMatchObject({ status: "waiting", steps: [{ error: { code: "rate_limited" } }] });
    const { nextAttemptAt } = await prisma().run.findFirstOrThrow({ where: { id: run.id } });
    expect(Number(nextAttemptAt) - Date.now()).toBeGreaterThan(100_000);
    expect((await again(run.id)).status).toBe("succeeded");
  });

  test("500 is tried again with the same key, when that is safe", async () => {
    api.answers.push({ status: 500 });
    const run = await runStep({ method: "PUT", body: {} });
    expect(run.status).toBe("waiting");
    expect((await again(run.id)).status).toBe("succeeded");
    const keys = api.requests.map(({ headers }) => headers["idempotency-key"]);
    expect(keys[0]).toBe(keys[1]);
  });

  test("accept any makes every status an answer", async () => {
    api.answers.push({ status: 500, body: { down: true } }, { status: 302, headers: { location: "/x" } });
    expect(outputOf(await runStep({ accept: "any" }))).toMatchObject({ status: 500, body: { down: true } });
    expect(outputOf(await runStep({ accept: "any", method: "POST" })).status).toBe(302);
  });

  test("more than 1 MB fails with a way out, also when it was packed", async () => {
    const long = "x".repeat(1024 * 1024 + 1);
    api.answers.push({ body: long }, { body: gzipSync(long), headers: { "content-encoding": "gzip" } });
    for (const method of ["GET", "POST"]) {
      const run = await runStep({ method });
      expect(run).toMatchObject({ status: "failed", error: { code: "answer_too_large" } });
      expect(run.error?.remedy).toContain("Ask for less");
    }
  });

  test("exactly 1 MB is an answer", async () => {
    api.answers.push({ body: "x".repeat(1024 * 1024) });
    expect((await runStep()).status).toBe("succeeded");
  });
});

describe("an answer that is lost", () => {
  test.each([
    ["GET", undefined, "waiting"],
    ["PUT", undefined, "waiting"],
    ["DELETE", undefined, "waiting"],
    ["POST", undefined, "outcome_unknown"],
    ["PATCH", undefined, "outcome_unknown"],
    ["PURGE", undefined, "outcome_unknown"],
    ["POST", "safe", "waiting"],
    ["PUT", "unsafe", "outcome_unknown"],
  ])("of a %s, repeat %s: %s", async (method, repeat, status) => {
    api.answers.push({ hangUp: true });
    const run = await runStep({ method, ...(repeat ? { repeat } : {}) });
    expect(run.status).toBe(status);
    if (status === "waiting") expect((await again(run.id)).status).toBe("succeeded");
    expect(api.requests).toHaveLength(status === "waiting" ? 2 : 1);
  });

  test("a server that says nothing is given up after the step's timeout", async () => {
    api.answers.push({ silent: true });
    const run = await runStep({ timeout: "PT1S" });
    expect(run).toMatchObject({ status: "waiting", steps: [{ error: { code: "timeout" } }] });
  });
});

describe("OAuth 2.0", () => {
  let issued = 0;
  const granting = (over: object = {}) => {
    api.routes["/token"] = () => {
      issued += 1;
      return {
        body: { access_token: `token-${issued}-${SECRET}`, token_type: "Bearer", expires_in: 3600, ...over },
      };
    };
  };
  const oauth = () =>
    connect({
      kind: "oauth2",
      tokenUrl: `${api.origin}/token`,
      clientId: `client-${randomBytes(4).toString("hex")}`,
      clientSecret: "client-secret",
      scope: "read write",
      audience: "https://api",
    });
  const asked = () => api.requests.filter(({ path }) => path === "/token");
  const called = () => api.requests.filter(({ path }) => path !== "/token");
  beforeEach(() => {
    issued = 0;
  });

  test("one token serves all steps, and is never stored", async () => {
    granting();
    const connection = await oauth();
    const runs = await Promise.all([
      runStep({ connection }),
      runStep({ connection }),
      runStep({ connection }),
    ]);
    expect(runs.map(({ status }) => status)).toEqual(["succeeded", "succeeded", "succeeded"]);
    expect(asked()).toHaveLength(1);
    const form = new URLSearchParams(asked()[0]?.body);
    expect(Object.fromEntries(form)).toEqual({
      grant_type: "client_credentials",
      scope: "read write",
      audience: "https://api",
    });
    expect(called().map(({ headers }) => headers.authorization)).toEqual(
      Array(3).fill(`Bearer token-1-${SECRET}`),
    );
    const kept = (await Promise.all(runs.map(stored))).join();
    for (const secret of [SECRET, "client-secret"]) expect(kept).not.toContain(secret);
  });

  test("a token that is about to end is not used", async () => {
    granting({ expires_in: 0 });
    const connection = await oauth();
    await runStep({ connection });
    await runStep({ connection });
    expect(asked()).toHaveLength(2);
  });

  test("401 renews it once, also for a POST", async () => {
    granting();
    const connection = await oauth();
    api.answers.push({ status: 401 });
    expect((await runStep({ connection, method: "POST" })).status).toBe("succeeded");
    expect(called().map(({ headers }) => headers.authorization)).toEqual([
      `Bearer token-1-${SECRET}`,
      `Bearer token-2-${SECRET}`,
    ]);
    api.answers.push({ status: 401 }, { status: 401 });
    expect(await runStep({ connection })).toMatchObject({ status: "failed", error: { code: "http_401" } });
    expect(asked()).toHaveLength(3);
  });

  test("a server that takes the secret in the body only gets it there", async () => {
    api.routes["/token"] = ({ body }) =>
      body.includes("client_secret=client-secret")
        ? { body: { access_token: "body-token" } }
        : { status: 401, body: { error: "invalid_client" } };
    expect((await runStep({ connection: await oauth() })).status).toBe("succeeded");
    expect(called()[0]?.headers.authorization).toBe("Bearer body-token");
  });

  test.each([
    [
      "refused",
      { status: 400, body: { error: "invalid_scope", error_description: "no such scope" } },
      "failed",
      "no such scope",
    ],
    ["without a token", { body: { hello: 1 } }, "failed", "it gave no access token"],
    ["down", { status: 503, body: {} }, "waiting", "answered 503"],
    ["silent", { hangUp: true }, "waiting", "No access token"],
  ])(
    "a token server that is %s: nothing was sent, so a POST is not unknown",
    async (_how, answer, status, message) => {
      api.routes["/token"] = () => answer;
      const run = await runStep({ connection: await oauth(), method: "POST" });
      expect(run.status).toBe(status);
      expect(run.steps[0]?.error?.message).toContain(message);
      expect(called()).toEqual([]);
    },
  );

  test("a dry run fetches none", async () => {
    granting();
    expect((await runStep({ connection: await oauth() }, { live: "shadow" })).status).toBe("succeeded");
    expect(api.requests).toEqual([]);
  });
});
