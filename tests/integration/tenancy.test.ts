import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, test } from "vitest";
import { appRouter, createCaller } from "~/server/api/root";
import { prisma } from "~/server/db";
import type { Role } from "~/server/generated/prisma/enums";
import { Store } from "~/server/sandbox/store";
import { createChannel } from "~/server/services/channel/create";
import { createConnection } from "~/server/services/connection/create";
import type { ServiceContext } from "~/server/services/context";
import { rerunFailures } from "~/server/services/failure/rerun";
import { keepMail } from "~/server/services/mail/keep";
import { inviteMember } from "~/server/services/member/invite";
import { createRule } from "~/server/services/notification/create";
import { createRecipe } from "~/server/services/recipe/create";
import { publishRecipe } from "~/server/services/recipe/publish";
import { testRecipe } from "~/server/services/recipe/test";
import { actInSandbox } from "~/server/services/sandbox/act";
import { openSandbox } from "~/server/services/sandbox/open";
import { createView } from "~/server/services/saved-view/create";
import { createToken } from "~/server/services/token/create";
import { makeWorkspace } from "~/tests/support/workspace";

/** Everything a workspace can hold, so that a stranger has something to reach for. */
interface Tenant {
  ctx: ServiceContext;
  slug: string;
  connectionId: string;
  recipeId: string;
  runId: string;
  eventId: string;
  tokenId: string;
  channelId: string;
  ruleId: string;
  invitationId: string;
  colleagueId: string;
  mailId: string;
  failureKey: string;
  operationId: string;
  sandboxEventId: string;
  sandboxMessageId: string;
  viewId: string;
}

/** A whole draft that is nobody's. */
const DRAFT = { version: 1, trigger: { type: "manual", config: {} }, steps: [] };

const definition = (connection: string) => ({
  version: 1,
  trigger: { type: "stripe.event", connection, config: { events: ["customer.created"] } },
  steps: [{ id: "has", kind: "filter", when: { left: "{{ trigger.id }}", op: "exists" } }],
});

async function makeMessage({ workspaceId, db }: ServiceContext): Promise<string> {
  const { id: accountId } = await db.sandboxAccount.findFirstOrThrow({
    where: { workspaceId, app: "customerio" },
  });
  const id = `dgS_${accountId}`;
  await new Store(db, { workspaceId, accountId }).put("message", id, { delivery_id: id, person: null });
  return id;
}

async function makeTenant(role: Role = "owner"): Promise<Tenant> {
  const ctx = await makeWorkspace();
  const { slug } = await prisma().workspace.findUniqueOrThrow({ where: { id: ctx.workspaceId } });
  await openSandbox(ctx);
  const credentials = { apiKey: "sk_test_tenant", webhookSecret: "whsec_tenant" };
  const { id: connectionId } = await createConnection(
    ctx,
    { app: "stripe", name: "Stripe", credentials },
    { verify: false },
  );
  const email = { kind: "email" as const, name: "Team", to: ["ada@example.com"] };
  const { id: channelId } = await createChannel(ctx, email);
  const { id: ruleId } = await createRule(ctx, { kind: "first_failure", channelId });
  const { id: invitationId } = await inviteMember(ctx, { email: "asked@example.com", role: "viewer" });
  const { id: colleagueId } = await prisma().user.create({
    data: {
      email: `colleague-${slug}@example.com`,
      memberships: { create: { workspaceId: ctx.workspaceId, role: "editor" } },
    },
  });
  const { id: mailId } = await keepMail(ctx, { to: email.to, subject: "S", text: "T", key: "k" });
  const { id: recipeId } = await createRecipe(ctx, { name: "Recipe", definition: definition(connectionId) });
  await publishRecipe(ctx, { id: recipeId });
  const run = await testRecipe(ctx, { id: recipeId });
  const { id: tokenId } = await createToken(ctx, { name: "Token" });
  const { events } = await actInSandbox(ctx, { action: "new_customer" });
  const failureKey = run.id.replaceAll("-", "");
  const failed = {
    status: "failed" as const,
    mode: "live" as const,
    dryRun: false,
    failureKey,
    finishedAt: new Date(),
  };
  await ctx.db.run.updateMany({ where: { workspaceId: ctx.workspaceId, id: run.id }, data: failed });
  const { operationId } = await rerunFailures(ctx, { keys: [failureKey] });
  const { id: viewId } = await createView(ctx, { name: "View", query: "status=failed" });
  const ids = {
    viewId,
    failureKey,
    operationId: operationId ?? "",
    channelId,
    ruleId,
    invitationId,
    colleagueId,
    mailId,
    connectionId,
    recipeId,
    runId: run.id,
    eventId: run.event.id,
    tokenId,
  };
  const tenant = {
    ctx,
    slug,
    ...ids,
    sandboxEventId: events[0]?.id ?? "",
    sandboxMessageId: await makeMessage(ctx),
  };
  if (role !== "owner")
    await prisma().membership.updateMany({ where: { userId: ctx.actor.id }, data: { role } });
  return tenant;
}

const userOf = ({ ctx }: Tenant) => ({ id: ctx.actor.id, email: ctx.actor.label, name: null });
const callerOf = (tenant: Tenant) => createCaller({ user: userOf(tenant), address: null });

/** The input of every procedure that acts in a workspace, and whether it names something by its id. */
const INPUTS: Record<string, { writes?: true; byId?: true; input: (theirs: Tenant) => object }> = {
  "channel.list": { input: () => ({}) },
  "channel.create": {
    writes: true,
    input: () => ({ channel: { kind: "email", name: "X", to: ["ada@example.com"] } }),
  },
  "channel.update": {
    writes: true,
    byId: true,
    input: ({ channelId }) => ({ id: channelId, name: "Renamed" }),
  },
  "channel.delete": { writes: true, byId: true, input: ({ channelId }) => ({ id: channelId }) },
  "channel.test": { writes: true, byId: true, input: ({ channelId }) => ({ id: channelId }) },
  "connection.list": { input: () => ({}) },
  "connection.get": { byId: true, input: ({ connectionId }) => ({ id: connectionId }) },
  "connection.choices": {
    byId: true,
    input: ({ connectionId }) => ({ id: connectionId, kind: "stripe.price" }),
  },
  "connection.choice": {
    byId: true,
    input: ({ connectionId }) => ({ id: connectionId, kind: "stripe.price", value: "price_1" }),
  },
  "connection.create": {
    writes: true,
    input: () => ({ connection: { app: "stripe", name: "X", credentials: { apiKey: "sk_test_x" } } }),
  },
  "connection.check": { writes: true, byId: true, input: ({ connectionId }) => ({ id: connectionId }) },
  "connection.limits": { byId: true, input: ({ connectionId }) => ({ id: connectionId }) },
  "connection.ways": { input: () => ({}) },
  "connection.doctor": { writes: true, byId: true, input: ({ connectionId }) => ({ id: connectionId }) },
  "connection.healing": { byId: true, input: ({ connectionId }) => ({ id: connectionId }) },
  "connection.heal": { writes: true, byId: true, input: ({ connectionId }) => ({ id: connectionId }) },
  "connection.update": {
    writes: true,
    byId: true,
    input: ({ connectionId }) => ({ id: connectionId, name: "Renamed" }),
  },
  "connection.rotateSecret": {
    writes: true,
    byId: true,
    input: ({ connectionId }) => ({ id: connectionId, webhookSecret: "whsec_new" }),
  },
  "connection.delete": { writes: true, byId: true, input: ({ connectionId }) => ({ id: connectionId }) },
  "event.list": { input: () => ({}) },
  "event.fresh": { input: () => ({ shown: [], oldest: null }) },
  "event.get": { byId: true, input: ({ eventId }) => ({ id: eventId }) },
  "failure.list": { input: () => ({}) },
  "failure.count": { input: () => ({}) },
  "failure.get": { byId: true, input: ({ failureKey }) => ({ key: failureKey }) },
  "failure.resolve": { writes: true, byId: true, input: ({ failureKey }) => ({ keys: [failureKey] }) },
  "failure.reopen": {
    writes: true,
    byId: true,
    input: ({ failureKey }) => ({ keys: [failureKey], at: new Date(0).toISOString() }),
  },
  "failure.assign": {
    writes: true,
    byId: true,
    input: ({ failureKey }) => ({ keys: [failureKey], assignee: null }),
  },
  "failure.snooze": {
    writes: true,
    byId: true,
    input: ({ failureKey }) => ({ keys: [failureKey], how: { for: "1h" } }),
  },
  "failure.note": {
    writes: true,
    byId: true,
    input: ({ failureKey }) => ({ key: failureKey, note: "Seen" }),
  },
  "failure.rerun": { writes: true, byId: true, input: ({ failureKey }) => ({ keys: [failureKey] }) },
  "operation.list": { input: () => ({}) },
  "operation.get": { byId: true, input: ({ operationId }) => ({ id: operationId }) },
  "operation.rerun": { writes: true, input: () => ({ filter: {} }) },
  "operation.pause": { writes: true, byId: true, input: ({ operationId }) => ({ id: operationId }) },
  "operation.resume": { writes: true, byId: true, input: ({ operationId }) => ({ id: operationId }) },
  "operation.cancel": { writes: true, byId: true, input: ({ operationId }) => ({ id: operationId }) },
  "mail.list": { input: () => ({}) },
  "mail.get": { byId: true, input: ({ mailId }) => ({ id: mailId }) },
  "member.invite": {
    writes: true,
    input: () => ({ invitation: { email: "guest@example.com", role: "viewer" } }),
  },
  // Nothing is written, but it is not for viewers either.
  "member.invitations": { writes: true, input: () => ({}) },
  "member.revokeInvitation": {
    writes: true,
    byId: true,
    input: ({ invitationId }) => ({ id: invitationId }),
  },
  "member.setRole": {
    writes: true,
    byId: true,
    input: ({ colleagueId }) => ({ userId: colleagueId, role: "viewer" }),
  },
  "member.remove": { writes: true, byId: true, input: ({ colleagueId }) => ({ userId: colleagueId }) },
  "notification.list": { input: () => ({}) },
  "notification.create": {
    writes: true,
    byId: true,
    input: ({ channelId }) => ({ rule: { kind: "recovered", channelId } }),
  },
  "notification.update": { writes: true, byId: true, input: ({ ruleId }) => ({ id: ruleId, isOn: false }) },
  "notification.delete": { writes: true, byId: true, input: ({ ruleId }) => ({ id: ruleId }) },
  "notification.test": { writes: true, byId: true, input: ({ ruleId }) => ({ id: ruleId }) },
  "notification.suggest": { writes: true, input: () => ({}) },
  "draft.change": { input: () => ({ definition: DRAFT, sentence: "only for EUR" }) },
  "draft.model": { input: () => ({}) },
  "draft.write": { input: () => ({ prompt: "When a payment fails, send an e-mail" }) },
  "recipe.list": { input: () => ({}) },
  "recipe.facets": { input: () => ({}) },
  "recipe.duplicate": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipe.archive": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipe.restore": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipeFile.export": { byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipeFile.import": { writes: true, input: () => ({ files: [{ text: "billhook: 1" }] }) },
  "recipe.get": { byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipe.create": { writes: true, input: () => ({ name: "X", definition: {} }) },
  "recipe.update": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId, name: "Taken" }) },
  "recipe.delete": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipe.publish": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipe.pause": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipe.resume": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipe.run": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId, data: {} }) },
  "recipe.setHookSecret": {
    writes: true,
    byId: true,
    input: ({ recipeId }) => ({ id: recipeId, secret: "a long secret" }),
  },
  "recipe.backfill": {
    writes: true,
    byId: true,
    input: ({ recipeId }) => ({ id: recipeId, since: new Date(Date.now() - 60_000).toISOString() }),
  },
  "recipe.rollback": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId, version: 1 }) },
  "recipe.compare": {
    writes: true,
    byId: true,
    input: ({ recipeId }) => ({ id: recipeId, from: "draft" }),
  },
  "recipe.versions": { byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipe.version": { byId: true, input: ({ recipeId }) => ({ id: recipeId, version: 1 }) },
  "recipe.diff": { byId: true, input: ({ recipeId }) => ({ id: recipeId, from: 1, to: "draft" }) },
  "recipe.shadow": { byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipe.promoteShadow": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipe.stopShadow": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "recipe.test": { writes: true, byId: true, input: ({ recipeId }) => ({ id: recipeId }) },
  "run.list": { input: () => ({}) },
  "run.get": { byId: true, input: ({ runId }) => ({ id: runId }) },
  "run.changes": { input: ({ runId }) => ({ shown: [], oldest: null, open: [runId] }) },
  "run.histogram": {
    input: () => ({ since: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z", bins: 2 }),
  },
  "run.rerun": { writes: true, byId: true, input: ({ runId }) => ({ id: runId, from: "start" }) },
  "run.previewRerun": { byId: true, input: ({ runId }) => ({ id: runId, from: "start" }) },
  "run.cancel": { writes: true, byId: true, input: ({ runId }) => ({ id: runId }) },
  "run.checkOutcome": { writes: true, byId: true, input: ({ runId }) => ({ id: runId, path: "has" }) },
  "run.decideOutcome": {
    writes: true,
    byId: true,
    input: ({ runId }) => ({ id: runId, path: "has", decision: "done" }),
  },
  "sandbox.open": { writes: true, input: () => ({}) },
  "sandbox.stripe": { input: () => ({}) },
  "sandbox.customerio": { input: () => ({}) },
  "sandbox.person": { byId: true, input: () => ({ id: "nobody" }) },
  "sandbox.act": { writes: true, input: () => ({ action: "new_customer" }) },
  "sandbox.authorize": {
    writes: true,
    input: () => ({ clientId: "ca_1", redirectUri: "http://x", state: "s", scope: "", challenge: null }),
  },
  "sandbox.withdraw": { writes: true, input: () => ({}) },
  "sandbox.report": {
    writes: true,
    byId: true,
    input: ({ sandboxMessageId }) => ({ messageId: sandboxMessageId, metric: "opened" }),
  },
  "sandbox.resend": {
    writes: true,
    byId: true,
    input: ({ sandboxEventId }) => ({ eventId: sandboxEventId }),
  },
  "search.all": { input: () => ({ q: "rec" }) },
  "token.list": { input: () => ({}) },
  "token.create": { writes: true, input: () => ({ name: "X" }) },
  "token.revoke": { writes: true, byId: true, input: ({ tokenId }) => ({ id: tokenId }) },
  "queue.get": { input: () => ({}) },
  "overview.get": { input: () => ({ span: "24h" }) },
  "savedView.list": { input: () => ({}) },
  "savedView.create": { input: () => ({ name: "Failed", query: "status=failed" }) },
  "savedView.update": { byId: true, input: ({ viewId }) => ({ id: viewId, name: "Mine" }) },
  "savedView.delete": { byId: true, input: ({ viewId }) => ({ id: viewId }) },
  "workspace.get": { input: () => ({}) },
  "workspace.members": { input: () => ({}) },
  "workspace.stored": { input: () => ({}) },
  "workspace.pause": { writes: true, input: () => ({}) },
  "workspace.resume": { writes: true, input: () => ({}) },
  "workspace.update": { writes: true, input: () => ({ settings: { retentionDays: 7 } }) },
};
const OUTSIDE = [
  "operator.overview",
  "user.acceptInvitation",
  "user.invitation",
  "user.join",
  "user.signUp",
  "workspace.create",
  "workspace.list",
];

async function call(as: Tenant, name: string, input: object): Promise<string> {
  const [noun = "", verb = ""] = name.split(".");
  const procedures = callerOf(as) as unknown as Record<
    string,
    Record<string, (i: object) => Promise<unknown>>
  >;
  const answer = await procedures[noun]?.[verb]?.(input).then(
    () => "answered",
    (error: unknown) => (error instanceof TRPCError ? error.code : String(error)),
  );
  return answer ?? "no such procedure";
}

/** All rows of a workspace, to see that nothing moved. */
async function contents({ ctx: { workspaceId, db } }: Tenant): Promise<string> {
  const where = { workspaceId };
  const rows = await Promise.all([
    db.channel.findMany({ where }),
    db.notificationRule.findMany({ where }),
    db.mail.findMany({ where }),
    db.connection.findMany({ where }),
    db.recipe.findMany({ where }),
    db.recipeVersion.findMany({ where }),
    db.run.findMany({ where }),
    db.event.findMany({ where }),
    db.apiToken.findMany({ where }),
    db.membership.findMany({ where }),
    db.invitation.findMany({ where }),
    db.failureGroup.findMany({ where }),
    db.bulkOperation.findMany({ where }),
    db.savedView.findMany({ where }),
    db.workspace.findMany({ where: { id: workspaceId } }),
  ]);
  return JSON.stringify(rows);
}

let ours: Tenant;
let theirs: Tenant;
let viewer: Tenant;

beforeAll(async () => {
  [ours, theirs, viewer] = await Promise.all([makeTenant(), makeTenant(), makeTenant("viewer")]);
});

test("every procedure has a case here", () => {
  const names = Object.keys(appRouter._def.procedures);
  expect(names.sort()).toEqual([...Object.keys(INPUTS), ...OUTSIDE].sort());
});

describe.each(Object.entries(INPUTS))("%s", (name, { writes, byId, input }) => {
  test("answers a stranger as if the workspace were not there", async () => {
    const before = await contents(theirs);
    expect(await call(ours, name, { workspace: theirs.slug, ...input(theirs) })).toBe("NOT_FOUND");
    expect(await call(ours, name, { workspace: "no-such-workspace", ...input(theirs) })).toBe("NOT_FOUND");
    expect(await contents(theirs)).toBe(before);
  });

  const ifById = byId ? test : () => undefined;
  ifById("does not find another workspace's thing from inside one's own", async () => {
    const before = await contents(theirs);
    expect(await call(ours, name, { workspace: ours.slug, ...input(theirs) })).toBe("NOT_FOUND");
    expect(await contents(theirs)).toBe(before);
  });

  const ifWrites = writes ? test : () => undefined;
  ifWrites("is refused to a viewer", async () => {
    const before = await contents(viewer);
    expect(await call(viewer, name, { workspace: viewer.slug, ...input(viewer) })).toBe("FORBIDDEN");
    expect(await contents(viewer)).toBe(before);
  });

  test("is refused without a session", async () => {
    const [noun = "", verb = ""] = name.split(".");
    const nobody = createCaller({ user: null, address: null }) as unknown as typeof appRouter & {
      [key: string]: Record<string, (i: object) => Promise<unknown>>;
    };
    await expect(nobody[noun]?.[verb]?.({ workspace: ours.slug, ...input(ours) })).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
  });
});

test("a recipe cannot use another workspace's connection", async () => {
  const { id } = await createRecipe(ours.ctx, {
    name: "Borrowed",
    definition: definition(theirs.connectionId),
  });
  await expect(publishRecipe(ours.ctx, { id })).rejects.toMatchObject({ code: "recipe_invalid" });
});

test("the database itself refuses a run that points into another workspace", async () => {
  const { workspaceId, db } = ours.ctx;
  const data = { workspaceId, recipeId: ours.recipeId, eventId: theirs.eventId, rootRunId: ours.runId };
  await expect(db.run.create({ data })).rejects.toThrow(/Foreign key|constraint/i);
});
