import { prisma } from "~/server/db";
import { freeSlug } from "./sign-up";

interface Profile {
  provider: string;
  subject: string;
  email?: string | null | undefined;
  emailVerified?: boolean;
  name?: string | null | undefined;
}

/**
 * Finds or makes the user behind a GitHub or Google sign-in and returns the id; null when a new one has no verified
 * e-mail, which alone may reach an existing account.
 */
export async function signInOAuth({
  provider,
  subject,
  email,
  emailVerified,
  name,
}: Profile): Promise<string | null> {
  const db = prisma();
  const known = await db.oAuthIdentity.findUnique({ where: { provider_subject: { provider, subject } } });
  if (known) return known.userId;
  if (!email || !emailVerified) return null;
  const address = email.toLowerCase();
  const slug = await freeSlug(name ?? address.split("@")[0] ?? "workspace");
  return db.$transaction(async (tx) => {
    const existing = await tx.user.findUnique({ where: { email: address } });
    const user =
      existing ??
      (await tx.user.create({ data: { email: address, name: name ?? null, emailVerifiedAt: new Date() } }));
    if (!existing)
      await tx.workspace.create({
        data: { slug, name: name ?? slug, memberships: { create: { userId: user.id, role: "owner" } } },
      });
    await tx.oAuthIdentity.create({ data: { provider, subject, userId: user.id } });
    return user.id;
  });
}
