import { Prisma } from "~/server/generated/prisma/client";
import { idRange } from "~/server/services/id-range";

/** Shorter beginnings of an e-mail fit too many. */
const LEAST = 3;

/**
 * The ids of this workspace's events that are found by a text: their own id or the sender's, their object's or customer's id,
 * or the beginning of the customer's e-mail. Who is known by that e-mail is found in events that do not say it, too.
 */
export function eventsFound(workspaceId: string, q: string): Prisma.Sql {
  const workspace = Prisma.sql`"workspaceId" = ${workspaceId}::uuid`;
  const ways = [
    // Within what an external id is unique: one of the accounts, a recipe, or the workspace's own test event.
    Prisma.sql`SELECT "id" FROM "Event" WHERE ${workspace} AND "externalId" = ${q} AND "originId" = ANY (ARRAY(
      SELECT "id" FROM "Connection" WHERE ${workspace} UNION ALL SELECT "id" FROM "Recipe" WHERE ${workspace}))`,
    Prisma.sql`SELECT "id" FROM "Event" WHERE ${workspace} AND "objectId" = ${q}`,
    Prisma.sql`SELECT "id" FROM "Event" WHERE ${workspace} AND "customerId" = ${q}`,
  ];
  const range = idRange(q.replace(/^(test|edited)_/, ""));
  if (range)
    ways.push(
      Prisma.sql`SELECT "id" FROM "Event" WHERE ${workspace} AND "id" BETWEEN ${range.from}::uuid AND ${range.to}::uuid`,
    );
  if (q.length >= LEAST && !/\s/.test(q)) {
    const hasEmail = emailBegins(q.toLowerCase());
    ways.push(
      Prisma.sql`SELECT "id" FROM "Event" WHERE ${workspace} AND ${hasEmail}`,
      Prisma.sql`SELECT "id" FROM "Event" WHERE ${workspace} AND "customerId" IN (
        SELECT "customerId" FROM "Event" WHERE ${workspace} AND ${hasEmail} AND "customerId" IS NOT NULL)`,
    );
  }
  return Prisma.join(ways, " UNION ");
}

/** A comparison of bytes, which the index answers; LIKE would not be sure of a text that it does not know. */
function emailBegins(text: string): Prisma.Sql {
  return Prisma.sql`"email" ~>=~ ${text} AND "email" ~<~ ${`${text}\u{10ffff}`}`;
}
