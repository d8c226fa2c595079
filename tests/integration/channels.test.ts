import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { VERIFY_EXAMPLE } from "~/app/(marketing)/docs/notify/examples";
import { RetryLater } from "~/server/engine/durable";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import { env } from "~/server/env";
import { deliver } from "~/server/notify/deliver";
import { createChannel } from "~/server/services/channel/create";
import { deleteChannel } from "~/server/services/channel/delete";
import { listChannels } from "~/server/services/channel/list";
import { openChannel } from "~/server/services/channel/open";
import type { CreateChannelInput } from "~/server/services/channel/schemas";
import { testChannel } from "~/server/services/channel/test";
import { updateChannel } from "~/server/services/channel/update";
import { getMail } from "~/server/services/mail/get";
import { listMails } from "~/server/services/mail/list";
import { createRecipe } from "~/server/services/recipe/create";
import { testRecipe } from "~/server/services/recipe/test";
import { type Bench, openBench } from "~/tests/support/engine";
import { Outsider } from "~/tests/support/outsider";
import { SmtpSink } from "~/tests/support/smtp-sink";
import { makeWorkspace } from "~/tests/support/workspace";

interface Posted {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Slack, or whoever takes a webhook: answers text, as Slack does. */
let receiver: Server;
let sink: SmtpSink;
let origin: string;
let bench: Bench;
const posted: Posted[] = [];
const answers: { status: number; headers?: Record<string, string>; body?: string; hangUp?: true }[] = [];

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    posted.push({ path: request.url ?? "", headers: request.headers, body });
    const { status, headers, body: text = "ok", hangUp } = answers.shift() ?? { status: 200 };
    if (hangUp) return void request.socket.destroy();
    response.writeHead(status, { "content-type": "text/plain", ...headers }).end(text);
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  sink = await SmtpSink.start();
  bench = await openBench({ origin, customerio: { track: origin, app: origin } });
});
beforeEach(() => {
  posted.length = 0;
  answers.length = 0;
  sink.mails.length = 0;
  sink.commands.length = 0;
});
afterEach(() => {
  env.SMTP_URL = undefined;
  env.MAIL_FROM = undefined;
  env.ALLOW_LOOPBACK = true;
});
afterAll(async () => {
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await sink.stop();
});

const PATH = "/services/T0001/B0001/verysecrettoken";
const add = (input: CreateChannelInput) => createChannel(bench.ctx, input);
const addSlack = async () => (await add({ kind: "slack", name: "#billing", url: origin + PATH })).id;
const addWebhook = () => add({ kind: "webhook", name: "Tool", url: `${origin}/hook?token=verysecrettoken` });
const addEmail = async (to = ["ada@example.com", "bob@example.com"]) =>
  (await add({ kind: "email", name: "Team", to })).id;

const notify = (channel: string | null, words: object = {}) => ({
  id: "tell",
  kind: "notify",
  channel,
  title: "New customer",
  message: "Welcome {{ trigger.data.object.email }}!",
  ...words,
});
async function start(step: object, object?: object): Promise<string> {
  return bench.start(await bench.setLive([step]), object);
}
/** As a worker process would; when it is to be tried again, or how the run ended. */
const execute = (runId: string) =>
  executeRun(embeddedSteps, bench.ctx.workspaceId, runId).then(
    (outcome) => outcome?.status,
    (error: unknown) => {
      if (error instanceof RetryLater) return error;
      throw error;
    },
  );
async function stepOf(runId: string) {
  const { steps } = await bench.run(runId);
  const [step] = steps;
  if (!step) throw new Error("The run has no step.");
  return step;
}

describe("a notify step", () => {
  test("posts to Slack, which answers with text; nothing in a value mentions or links anybody", async () => {
    const runId = await start(notify(await addSlack()), { email: "<!channel> & <https://x.test|me>" });
    expect(await execute(runId)).toBe("succeeded");
    expect(posted).toMatchObject([{ path: PATH }]);
    const { text } = JSON.parse(posted[0]?.body ?? "");
    expect(text).toContain("*New customer*\nWelcome &lt;!channel&gt; &amp; &lt;https://x.test|me&gt;!\n");
    expect(text).toMatch(new RegExp(`<http://[^|]+/w/[^/]+/runs/${runId}\\|Open in Billhook>$`));
    expect(await stepOf(runId)).toMatchObject({
      input: { title: "New customer" },
      output: { delivered: true, channel: expect.stringMatching(/^127\.0\.0\.1:\d+\/…$/) },
      attempts: [{ status: 200 }],
    });
  });

  test("sends a webhook whose signature the example in the docs takes, and no changed one", async () => {
    const { id, secret = "" } = await addWebhook();
    const runId = await start(notify(id));
    expect(await execute(runId)).toBe("succeeded");
    const { headers = {}, body = "" } = posted[0] ?? ({} as Partial<Posted>);
    const message = JSON.parse(body);
    expect(message).toMatchObject({ type: "notification", title: "New customer", run: { id: runId } });
    expect(message).toMatchObject({ text: "Welcome ada@example.com!", recipe: { name: "Under test" } });
    expect(headers["webhook-id"]).toBe(message.id);
    const url = `data:text/javascript,${encodeURIComponent(VERIFY_EXAMPLE)}`;
    const { isFromBillhook } = await import(/* @vite-ignore */ url);
    expect(isFromBillhook(secret, headers, body)).toBe(true);
    expect(isFromBillhook(secret, headers, `${body} `)).toBe(false);
    expect(isFromBillhook(`whsec_${"A".repeat(43)}=`, headers, body)).toBe(false);
    expect(isFromBillhook(secret, { ...headers, "webhook-timestamp": "1" }, body)).toBe(false);
  });

  test("keeps a mail in the mailbox, and sends it where there is a mail server", async () => {
    const channel = await addEmail();
    expect(await execute(await start(notify(channel)))).toBe("succeeded");
    env.SMTP_URL = sink.url;
    env.MAIL_FROM = "Billhook <billhook@acme.test>";
    const runId = await start(notify(channel));
    expect(await execute(runId)).toBe("succeeded");
    expect(sink.mails).toMatchObject([
      { from: "billhook@acme.test", to: ["ada@example.com", "bob@example.com"] },
    ]);
    expect(sink.mails[0]?.raw).toContain("Subject: New customer\r\n");
    expect(sink.mails[0]?.raw).toContain("Welcome ada@example.com!\r\n");
    const { data } = await listMails(bench.ctx);
    expect(data.slice(0, 2)).toMatchObject([
      { subject: "New customer", sentAt: expect.any(String) },
      { subject: "New customer", sentAt: null },
    ]);
    const mail = await getMail(bench.ctx, { id: data[0]?.id ?? "" });
    expect(mail.text).toMatch(/^Welcome ada@example\.com!\n\nhttp.*\/runs\//);
    expect((await stepOf(runId)).attempts[0]?.requests[0]).toMatchObject({
      method: "MAIL",
      url: "mailto:ada@example.com,bob@example.com",
      response: { status: 250 },
    });
  });

  test("in a dry run sends nothing and shows what it would", async () => {
    env.SMTP_URL = sink.url;
    const { id: webhook } = await addWebhook();
    const [slack, email] = [await addSlack(), await addEmail()];
    const before = (await listMails(bench.ctx)).data.length;
    const steps = [slack, webhook, email].map((channel, at) => ({ ...notify(channel), id: `tell${at}` }));
    const definition = { version: 1, trigger: { type: "manual", config: {} }, steps };
    const { id } = await createRecipe(bench.ctx, { name: "Dry", definition });
    const event = { id: "e1", type: "manual", created: 1, data: { object: { email: "ada@example.com" } } };
    const run = await testRecipe(bench.ctx, { id, event });
    expect(run).toMatchObject({ status: "succeeded", dryRun: true });
    expect(run.steps.map(({ attempts }) => attempts[0]?.requests[0])).toMatchObject([
      { method: "POST", url: `${origin}/…`, dryRun: true },
      { method: "POST", url: `${origin}/…`, dryRun: true, body: { text: "Welcome ada@example.com!" } },
      { method: "MAIL", dryRun: true, headers: { subject: "New customer" }, response: null },
    ]);
    expect(posted).toEqual([]);
    expect(sink.commands).toEqual([]);
    expect((await listMails(bench.ctx)).data).toHaveLength(before);
  });

  test.each([
    ["no channel", () => null, /no channel\. Choose a channel/],
    ["one that is gone", async () => removed(), /no longer there\. Choose a channel/],
    ["another workspace's", async () => strangers(), /no longer there\. Choose a channel/],
    ["no channel's id at all", () => "general", /no longer there\. Choose a channel/],
  ])("fails with %s and says what to do", async (_, channel, message) => {
    const runId = await start(notify(await channel()));
    expect(await execute(runId)).toBe("failed");
    const { error } = await stepOf(runId);
    expect(error).toMatchObject({ message: expect.stringMatching(message) });
    expect(error?.remedy).toContain("Choose this step's channel");
    expect(posted).toEqual([]);
  });

  test.each([
    [{}, "failed", "missing_value"],
    [{ whenMissing: "skip" }, "skipped", "skipped"],
    [{ whenMissing: "fail" }, "failed", "missing_value"],
    [{ onMissing: { message: "Somebody" } }, "succeeded", undefined],
  ])("whose message finds nothing, with %j: %s", async (how, status, code) => {
    const message = "{{ trigger.data.object.nickname }}";
    const runId = await start(notify(await addSlack(), { message, ...how }));
    await execute(runId);
    const step = await stepOf(runId);
    expect([step.status, step.error?.code]).toEqual([status, code]);
    expect(posted).toHaveLength(status === "succeeded" ? 1 : 0);
  });

  test("cuts what is too long, drops what cannot be shown, and has the recipe's name for a title", async () => {
    const email = `${"é".repeat(20_000)}\u0000\u0007`;
    const words = { title: "{{ trigger.data.object.none }}", message: "{{ trigger.data.object.email }}" };
    const runId = await start(notify(await addSlack(), words), { email: `\u0000${email}` });
    expect(await execute(runId)).toBe("succeeded");
    const { input } = await stepOf(runId);
    expect(input).toEqual({ title: "Under test", message: `${"é".repeat(9_999)}…` });
  });
});

async function removed(): Promise<string> {
  const id = await addSlack();
  await deleteChannel(bench.ctx, { id });
  return id;
}

async function strangers(): Promise<string> {
  const input = { kind: "slack" as const, name: "Theirs", url: origin + PATH };
  return (await createChannel(await makeWorkspace(), input)).id;
}

describe("a channel that does not take it", () => {
  test("Slack's 429 is waited out as long as it asks, then sent once", async () => {
    answers.push({ status: 429, headers: { "retry-after": "30" }, body: "rate_limited" });
    const runId = await start(notify(await addSlack()));
    const before = Date.now();
    const waits = await execute(runId);
    expect((waits as RetryLater).at.getTime()).toBeGreaterThanOrEqual(before + 30_000);
    expect(await execute(runId)).toBe("succeeded");
    expect((await stepOf(runId)).attempts.map(({ status }) => status)).toEqual([429, 200]);
    expect(posted).toHaveLength(2);
  });

  test.each([
    [{ status: 404, body: "no_service" }, /answered 404: no_service\./],
    [{ status: 302, headers: { location: "http://127.0.0.1:1/" } }, /sends on to another address/],
  ])("fails at once when it answers %j", async (answer, message) => {
    for (const channel of [await addSlack(), (await addWebhook()).id]) {
      answers.push(answer);
      const runId = await start(notify(channel));
      expect(await execute(runId)).toBe("failed");
      const [attempt] = (await stepOf(runId)).attempts;
      expect(attempt?.error?.message).toMatch(message);
    }
    expect(posted).toHaveLength(2);
  });

  test("a lost answer: Slack's outcome is unknown, a webhook goes again with the same id", async () => {
    answers.push({ status: 0, hangUp: true });
    const slack = await start(notify(await addSlack()));
    expect(await execute(slack)).toBe("outcome_unknown");
    answers.push({ status: 0, hangUp: true });
    const webhook = await start(notify((await addWebhook()).id));
    expect(await execute(webhook)).toBeInstanceOf(RetryLater);
    expect(await execute(webhook)).toBe("succeeded");
    const [, first, second] = posted;
    expect(first?.headers["webhook-id"]).toBeTruthy();
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  });

  test.each([
    ["RCPT", "451 busy", "later"],
    ["MAIL", "550 not you", "failed"],
    ["EHLO", "", "later"],
    ["END", "", "outcome_unknown"],
    ["END", "552 too large", "failed"],
  ])("a mail server that answers %s with “%s”: %s", async (command, answer, expected) => {
    env.SMTP_URL = sink.url;
    sink.answers[command] = answer;
    const runId = await start(notify(await addEmail(["ada@example.com"])));
    const end = await execute(runId);
    expect(end instanceof RetryLater ? "later" : end).toBe(expected);
    if (expected === "later") expect(await execute(runId)).toBe("succeeded");
  });

  test("a mail server that is not there is tried again", async () => {
    env.SMTP_URL = "smtp://127.0.0.1:9";
    const runId = await start(notify(await addEmail()));
    expect(await execute(runId)).toBeInstanceOf(RetryLater);
    // Where the operator's server is, is no tenant's business.
    const shown = JSON.stringify(await bench.run(runId));
    expect(shown).toContain("The mail server did not take the mail");
    expect(shown).not.toContain("127.0.0.1:9");
  });
});

describe("a mail", () => {
  const message = { title: "Hello", text: "World", key: "k1" };

  test("is sent once for each key, however often and at once it is asked for", async () => {
    env.SMTP_URL = sink.url;
    const channel = await openChannel(bench.ctx, await addEmail());
    await Promise.all(Array.from({ length: 4 }, () => deliver(channel, message)));
    expect((await deliver(channel, message)).detail).toBe("This mail had been sent before.");
    expect(sink.mails).toHaveLength(1);
  });

  test("of a run that is executed again is not sent a second time", async () => {
    env.SMTP_URL = sink.url;
    const runId = await start(notify(await addEmail()));
    expect(await execute(runId)).toBe("succeeded");
    // As after a crash between the mail and the journal, when a person runs it again.
    await bench.ctx.db.stepRun.deleteMany({ where: { workspaceId: bench.ctx.workspaceId, runId } });
    await bench.ctx.db.run.updateMany({
      where: { workspaceId: bench.ctx.workspaceId, id: runId },
      data: { status: "queued" },
    });
    expect(await execute(runId)).toBe("succeeded");
    expect(sink.mails).toHaveLength(1);
  });

  test("has no header but its own, whatever a value holds", async () => {
    env.SMTP_URL = sink.url;
    const evil = "Hi\r\nBcc: eve@evil.test\u2028X-Evil: yes\u0085X-More: yes\r\n\r\n<b>body</b>\r\n.\r\nQUIT";
    const object = { email: evil };
    const runId = await start(
      notify(await addEmail(), {
        title: "{{ trigger.data.object.email }}",
        message: "{{ trigger.data.object.email }}",
      }),
      object,
    );
    expect(await execute(runId)).toBe("succeeded");
    const [mail] = sink.mails;
    const [head = ""] = (mail?.raw ?? "").split("\r\n\r\n");
    const names = head.split("\r\n").flatMap((line) => /^([\w-]+):/.exec(line)?.[1]?.toLowerCase() ?? []);
    expect(names).not.toContain("bcc");
    expect(names.filter((name) => name.startsWith("x-"))).toEqual([]);
    expect(mail?.to).toEqual(["ada@example.com", "bob@example.com"]);
    expect(sink.mails).toHaveLength(1);
    expect(sink.commands.filter((line) => line.startsWith("RCPT"))).toHaveLength(2);
  });

  test.each([
    "ada@example.com\r\nBcc: eve@evil.test",
    "ada@example.com, eve@evil.test",
    '"a b"@example.com',
    "Ada <ada@example.com>",
    "ada@example.com>\r\nRCPT TO:<eve@evil.test",
    "nobody",
  ])("goes to no address like %j", async (address) => {
    const outsider = await Outsider.of(bench.ctx);
    const { status, json } = await outsider.fails("POST", "/channels", {
      kind: "email",
      name: "X",
      to: ["bob@example.com", address],
    });
    expect(status).toBe(400);
    expect(json.error.message).toMatch(/to/);
  });
});

describe("secrets", () => {
  test("are told once, and are in no answer, log or readable column", async () => {
    const outsider = await Outsider.of(bench.ctx);
    const url = `${origin}/hook/verysecrettoken`;
    const made = await outsider.call("POST", "/channels", { kind: "webhook", name: "W", url });
    expect(made.status).toBe(201);
    const { id, secret } = made.json as { id: string; secret: string };
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    // A receiver that repeats the address it was asked at.
    answers.push({ status: 404, body: "Cannot POST /hook/verysecrettoken" });
    const runId = await start(notify(id));
    expect(await execute(runId)).toBe("failed");
    answers.push({ status: 404, body: "Cannot POST /hook/verysecrettoken" });
    const refused = await testChannel(bench.ctx, { id }).catch(String);
    expect(refused).toMatch(/answered 404: Cannot POST …/);
    const where = { workspaceId: bench.ctx.workspaceId };
    const seen = JSON.stringify([
      await bench.run(runId),
      await listChannels(bench.ctx),
      (await outsider.call("GET", "/channels?limit=100")).json,
      refused,
      await bench.ctx.db.stepRun.findMany({ where }),
      (await bench.ctx.db.channel.findMany({ where })).map(({ config, ...row }) => [
        row,
        Buffer.from(config).toString("utf8"),
      ]),
    ]);
    expect(seen).not.toContain("verysecrettoken");
    expect(seen).not.toContain(secret);
    await bench.ctx.db.recipe.updateMany({ where, data: { status: "paused" } });
    expect((await outsider.call("DELETE", `/channels/${id}`)).status).toBe(204);
    const gone = await bench.ctx.db.channel.findUniqueOrThrow({
      where: { workspaceId_id: { ...where, id } },
    });
    expect(gone.config).toHaveLength(0);
  });
});

describe("channels", () => {
  test("are recognised without what is secret, renamed, led elsewhere, tested", async () => {
    const ctx = await makeWorkspace();
    const url = "https://hooks.slack.com/services/T1/B1/abc";
    const slack = await createChannel(ctx, { kind: "slack", name: "S", url });
    const to = ["ada@example.com", "b@example.com", "c@example.com"];
    const email = await createChannel(ctx, { kind: "email", name: "E", to });
    const webhook = await createChannel(ctx, {
      kind: "webhook",
      name: "W",
      url: "https://example.com/x?y=z",
    });
    expect([slack, email, webhook].map(({ label }) => label)).toEqual([
      "hooks.slack.com/services/T…/…",
      "ada@example.com and 2 more",
      "example.com",
    ]);
    const renamed = await updateChannel(ctx, { id: email.id, name: "Team", to: ["z@example.com"] });
    expect(renamed).toEqual({
      id: email.id,
      kind: "email",
      name: "Team",
      label: "z@example.com",
      to: ["z@example.com"],
    });
    // An id may be written in capitals; what is sealed is sealed for the one channel.
    await updateChannel(ctx, { id: email.id.toUpperCase(), name: "Team" });
    expect(await openChannel(ctx, email.id)).toMatchObject({ to: ["z@example.com"] });
    await expect(updateChannel(ctx, { id: email.id, url })).rejects.toThrow(/^url: .*no such field/);
    expect(await testChannel(ctx, { id: email.id })).toMatchObject({ delivered: true });
    expect((await listMails(ctx)).data).toMatchObject([{ to: ["z@example.com"], sentAt: null }]);
    expect(await openChannel(ctx, webhook.id)).toMatchObject({ url: "https://example.com/x?y=z" });
    expect((await updateChannel(ctx, { id: webhook.id, url: "https://other.test/" })).label).toBe(
      "other.test",
    );
    expect(await openChannel(ctx, webhook.id)).toMatchObject({ secret: webhook.secret });
  });

  test("that a live recipe uses are not removed", async () => {
    const channel = await addSlack();
    const recipe = await bench.setLive([notify(channel)]);
    await expect(deleteChannel(bench.ctx, { id: channel })).rejects.toMatchObject({
      code: "conflict",
      details: { recipes: [{ id: recipe }] },
    });
  });

  test.each([
    ["http://hooks.slack.com/services/x", /^url: must begin with https/],
    ["https://10.0.0.1/hook", /^url: must be a public address/],
    ["https://[::1]/hook", /^url: must be a public address/],
  ])("do not lead to %s", async (url, message) => {
    env.ALLOW_LOOPBACK = false;
    await expect(add({ kind: "slack", name: "X", url })).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringMatching(message),
    });
  });

  test.each([
    "ftp://example.com/x",
    "https://user:pw@example.com/x",
    "nowhere",
    `https://x.test/${"a".repeat(2000)}`,
  ])("are refused with the address %.40s", async (url) => {
    const outsider = await Outsider.of(bench.ctx);
    const { status, json } = await outsider.fails("POST", "/channels", { kind: "slack", name: "X", url });
    expect([status, json.error.code]).toEqual([400, "invalid_input"]);
    expect(json.error.message).toMatch(/url/);
  });

  test("send nothing to this machine unless that is allowed, even if they were added before", async () => {
    const [slack, { id: webhook }] = [await addSlack(), await addWebhook()];
    env.ALLOW_LOOPBACK = false;
    for (const channel of [slack, webhook]) {
      const runId = await start(notify(channel));
      expect(await execute(runId)).toBe("failed");
      expect((await stepOf(runId)).error).toMatchObject({ message: expect.stringContaining("not public") });
    }
    expect(posted).toEqual([]);
  });
});
