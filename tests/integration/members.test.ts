import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createCaller } from "~/server/api/root";
import { prisma } from "~/server/db";
import type { Role } from "~/server/generated/prisma/enums";
import type { ServiceContext } from "~/server/services/context";
import { acceptInvitation } from "~/server/services/member/accept-invitation";
import { inviteMember } from "~/server/services/member/invite";
import { joinWorkspace } from "~/server/services/member/join";
import { listInvitations } from "~/server/services/member/list-invitations";
import { readInvitation } from "~/server/services/member/read-invitation";
import { removeMember } from "~/server/services/member/remove";
import { revokeInvitation } from "~/server/services/member/revoke-invitation";
import { setMemberRole } from "~/server/services/member/set-role";
import { verifyCredentials } from "~/server/services/user/verify-credentials";
import { listMembers } from "~/server/services/workspace/list-members";
import { makeWorkspace } from "~/tests/support/workspace";

const PASSWORD = "a long enough passphrase";
const newEmail = () => `guest-${randomBytes(5).toString("hex")}@example.com`;
const tokenOf = ({ link }: { link: string }) => link.split("/invitation/")[1] ?? "";
const invite = async (ctx: ServiceContext, email: string, role: Role = "viewer") =>
  tokenOf(await inviteMember(ctx, { email, role }));
const rolesIn = async (ctx: ServiceContext) =>
  Object.fromEntries((await listMembers(ctx)).map(({ id, role }) => [id, role]));

async function colleague(ctx: ServiceContext, role: Role): Promise<string> {
  const member = { create: { workspaceId: ctx.workspaceId, role } };
  return (await prisma().user.create({ data: { email: newEmail(), memberships: member } })).id;
}

test("a stranger joins through the link, once, with the role that was offered", async () => {
  const ctx = await makeWorkspace();
  const email = newEmail();
  const token = await invite(ctx, email.toUpperCase(), "editor");
  expect(await readInvitation({ token })).toMatchObject({ email, role: "editor", hasAccount: false });
  const both = await Promise.allSettled([1, 2].map(() => joinWorkspace({ token, password: PASSWORD })));
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const user = await verifyCredentials(email, PASSWORD);
  expect((await rolesIn(ctx))[user?.id ?? ""]).toBe("editor");
  expect(await readInvitation({ token })).toBeNull();
  expect(await listInvitations(ctx)).toEqual([]);
});

test("who has an account accepts with it, and nobody else can", async () => {
  const ctx = await makeWorkspace();
  const guest = (await makeWorkspace()).actor;
  const other = (await makeWorkspace()).actor;
  const token = await invite(ctx, guest.label, "owner");
  const as = ({ id, label }: typeof guest) => ({ user: { id, email: label }, token });
  await expect(joinWorkspace({ token, password: PASSWORD })).rejects.toMatchObject({ code: "conflict" });
  await expect(acceptInvitation(as(other))).rejects.toMatchObject({ code: "forbidden" });
  await acceptInvitation(as(guest));
  expect((await rolesIn(ctx))[guest.id]).toBe("owner");
  await expect(acceptInvitation(as(guest))).rejects.toMatchObject({ code: "not_found" });
});

test("a link that is old, taken back or replaced by a newer one lets nobody in", async () => {
  const ctx = await makeWorkspace();
  const { workspaceId } = ctx;
  const email = newEmail();
  const first = await invite(ctx, email);
  const second = await invite(ctx, email);
  expect(await readInvitation({ token: first })).toBeNull();
  const [{ id } = { id: "" }] = await listInvitations(ctx);
  await prisma().invitation.updateMany({ where: { workspaceId }, data: { expiresAt: new Date(0) } });
  await expect(joinWorkspace({ token: second, password: PASSWORD })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await listInvitations(ctx)).toMatchObject([{ email, expired: true }]);
  const third = await invite(ctx, email);
  await revokeInvitation(ctx, { id });
  await expect(joinWorkspace({ token: third, password: PASSWORD })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a member is not invited again, and nobody mails the world through us", async () => {
  const ctx = await makeWorkspace();
  const again = inviteMember(ctx, { email: ctx.actor.label, role: "viewer" });
  await expect(again).rejects.toMatchObject({ code: "conflict", details: { field: "email" } });
  for (let count = 0; count < 50; count += 1) await invite(ctx, newEmail());
  await expect(invite(ctx, newEmail())).rejects.toMatchObject({ code: "rate_limited" });
});

test("a workspace keeps an owner, also when two leave at once", async () => {
  const ctx = await makeWorkspace();
  const me = ctx.actor.id;
  await expect(removeMember(ctx, { userId: me })).rejects.toMatchObject({ code: "conflict" });
  await expect(setMemberRole(ctx, { userId: me, role: "viewer" })).rejects.toMatchObject({
    code: "conflict",
  });
  const second = await colleague(ctx, "owner");
  await Promise.allSettled([me, second].map((userId) => removeMember(ctx, { userId })));
  expect(Object.values(await rolesIn(ctx))).toEqual(["owner"]);
});

test("a new role holds from the next click on; who was removed sees nothing, and has no failures", async () => {
  const ctx = await makeWorkspace();
  const { workspaceId } = ctx;
  const { slug } = await prisma().workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const userId = await colleague(ctx, "viewer");
  const as = createCaller({ user: { id: userId, email: "x@example.com", name: null }, address: null });
  const change = () => as.workspace.pause({ workspace: slug });
  await expect(change()).rejects.toMatchObject({ code: "FORBIDDEN" });
  await setMemberRole(ctx, { userId, role: "editor" });
  await change();
  await expect(as.member.remove({ workspace: slug, userId: ctx.actor.id })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await prisma().failureGroup.create({ data: { workspaceId, key: "k", assigneeId: userId } });
  await as.member.remove({ workspace: slug, userId });
  await expect(change()).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await prisma().failureGroup.findFirst({ where: { workspaceId } })).toMatchObject({
    assigneeId: null,
  });
});
