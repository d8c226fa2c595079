import { expect, test } from "vitest";
import { authOptions } from "~/server/auth/config";
import { throttled } from "~/server/auth/throttle";
import { prisma } from "~/server/db";
import { signInOAuth } from "~/server/services/user/sign-in-oauth";
import { signUp } from "~/server/services/user/sign-up";
import { verifyCredentials } from "~/server/services/user/verify-credentials";

const PASSWORD = "correct horse battery";
let counter = 0;
const newEmail = () => {
  counter += 1;
  return `person${counter}-${process.pid}@example.com`;
};
const account = (more: object = {}) => ({
  email: newEmail(),
  password: PASSWORD,
  workspace: "Acme",
  ...more,
});

test("signing up makes a user with a workspace of their own and an argon2id hash", async () => {
  const given = account({ email: ` ADA-${process.pid}@Example.com `.trim() });
  const { userId, slug } = await signUp(given);
  const user = await prisma().user.findUniqueOrThrow({
    where: { id: userId },
    include: { memberships: { include: { workspace: true } } },
  });
  expect(user.email).toBe(given.email.toLowerCase());
  expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(user.memberships.map(({ role, workspace }) => [role, workspace.slug])).toEqual([["owner", slug]]);
});

test.each([
  ["email", { email: "nobody" }],
  ["password", { password: "short" }],
  ["workspace", { workspace: "  " }],
])("a wrong %s is refused and makes nothing", async (field, wrong) => {
  const before = await prisma().user.count();
  const refusal = await signUp(account(wrong)).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ issues: [{ path: [field] }] });
  expect(await prisma().user.count()).toBe(before);
});

test("two people may name their workspace alike; each gets a slug", async () => {
  const [first, second] = [
    await signUp(account({ workspace: "Café Ü!" })),
    await signUp(account({ workspace: "Café Ü!" })),
  ];
  expect(first.slug).toBe("cafe-u");
  expect(second.slug).toMatch(/^cafe-u-.+/);
});

test("sign-ups of one e-mail at once make one account; the others are told", async () => {
  const same = account();
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => signUp({ ...same })));
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused).toHaveLength(4);
  for (const { reason } of refused)
    expect(reason).toMatchObject({ code: "conflict", details: { field: "email" } });
  expect(await prisma().user.count({ where: { email: same.email } })).toBe(1);
});

test("sign-ups of one workspace name at once all succeed", async () => {
  const workspace = `Same ${process.pid}`;
  const made = await Promise.all(Array.from({ length: 5 }, () => signUp(account({ workspace }))));
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(5);
});

test("the right password opens, a wrong one and an unknown e-mail do not", async () => {
  const { email } = account();
  const { userId } = await signUp(account({ email }));
  expect(await verifyCredentials(email.toUpperCase(), PASSWORD)).toMatchObject({ id: userId });
  expect(await verifyCredentials(email, `${PASSWORD}!`)).toBeNull();
  expect(await verifyCredentials("nobody@example.com", PASSWORD)).toBeNull();
});

test("guessing is stopped for the e-mail; others are not", async () => {
  const attempt = (email: string) => throttled({ door: "sign-in", email, address: null }, async () => null);
  for (let tries = 0; tries < 20; tries += 1) expect(await attempt("victim@example.com")).toBeNull();
  await expect(attempt("Victim@Example.com")).rejects.toMatchObject({
    code: "rate_limited",
    message: expect.stringMatching(/Try again in \d+ minutes/),
  });
  expect(await attempt("other@example.com")).toBeNull();
});

test("guessing many e-mails from one address is stopped; whoever signs in rightly is not counted", async () => {
  const attempt = (email: string, result: string | null) =>
    throttled({ door: "sign-in", email, address: "203.0.113.9" }, async () => result);
  for (let tries = 0; tries < 60; tries += 1) expect(await attempt("regular@example.com", "in")).toBe("in");
  for (let tries = 0; tries < 50; tries += 1) await attempt(`guess${tries}@example.com`, null);
  await expect(attempt("regular@example.com", "in")).rejects.toMatchObject({ code: "rate_limited" });
});

test("an OAuth sign-in needs a verified e-mail, and then reaches the account that has it", async () => {
  const { email } = account();
  const { userId } = await signUp(account({ email }));
  const stranger = { provider: "github", subject: "1", email, name: "Mallory" };
  expect(await signInOAuth({ ...stranger, emailVerified: false })).toBeNull();
  expect(await signInOAuth({ provider: "google", subject: "2", email, emailVerified: true })).toBe(userId);
  expect(await signInOAuth({ provider: "google", subject: "2" })).toBe(userId);
  const fresh = {
    provider: "github",
    subject: "3",
    email: newEmail(),
    emailVerified: true,
    name: "New Person",
  };
  const made = await signInOAuth(fresh);
  expect(await prisma().membership.count({ where: { userId: made ?? "" } })).toBe(1);
});

test("sessions carry the user's id and nothing else of the database", async () => {
  const jwt = authOptions.callbacks?.jwt;
  const user = { id: "0190a0a0-0000-7000-8000-000000000000", email: "a@example.com" };
  const account = { type: "credentials", provider: "credentials", providerAccountId: user.id } as const;
  expect(await jwt?.({ token: {}, user, account })).toEqual({ sub: user.id });
  expect(authOptions.session?.strategy).toBe("jwt");
});
