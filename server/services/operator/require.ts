import type { Database } from "~/server/db";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";

/** Throws `not_found`, as for a page that is not there, unless the user's address is one of `OPERATOR_EMAILS`. */
export async function requireOperator(db: Database, userId: string): Promise<void> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { email: true } });
  if (!user || !env.OPERATOR_EMAILS.includes(user.email.toLowerCase()))
    throw new AppError("not_found", "There is nothing here.");
}
