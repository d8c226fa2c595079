import { verifyPassword } from "~/server/auth/password";
import { prisma } from "~/server/db";

/** The user with this e-mail and password, or null; both wrong answers look and take the same. */
export async function verifyCredentials(
  email: string,
  password: string,
): Promise<{ id: string; email: string; name: string | null } | null> {
  const user = await prisma().user.findUnique({ where: { email: email.trim().toLowerCase() } });
  const matches = await verifyPassword(user?.passwordHash, password);
  return user && matches ? { id: user.id, email: user.email, name: user.name } : null;
}
