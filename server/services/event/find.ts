import { Prisma } from "~/server/generated/prisma/client";
import { idRange } from "~/server/services/id-range";

/** Shorter beginnings of an e-mail fit too many. */
const LEAST = 3;
/** Of one way of being found, so many of the newest are looked at: a customer may have more events than anybody reads. */
const MOST = 1_000;

/**
 * The ids of this workspace's events that are found by a text: their own id or the sender's, their object's or customer's id,
 * or the beginning of the customer's e-mail. Who is known by that e-mail is found in events that do not say it, too.
 */
export function eventsFound(workspaceId: string, q: string): Prisma.Sql {
  const workspace = Prisma.sql`"workspaceId" = ${workspaceId}::uuid`;
  const newest = (condition: Prisma.Sql) =>
    Prisma.sql`(SELECT "id" FROM "Event" WHERE ${workspace} AND ${condition} ORDER BY "id" DESC LIMIT ${MOST})`;
  const ways = [
    // Within what an external id is unique: an account, a recipe.
    newest(Prisma.sql`"externalId" = ${q} AND "originId" = ANY (ARRAY(
      SELECT "id" FROM "Connection" WHERE ${workspace} UNION ALL SELECT "id" FROM "Recipe" WHERE ${workspace}))`),
    newest(Prisma.sql`"objectId" = ${q}`),
    newest(Prisma.sql`"customerId" = ${q}`),
  ];
  const range = idRange(q.replace(/^(test|edited)_/, ""));
  if (range) ways.push(newest(Prisma.sql`"id" BETWEEN ${range.from}::uuid AND ${range.to}::uuid`));
  if (q.length >= LEAST && !/\s/.test(q)) {
    const hasEmail = emailBegins(q.toLowerCase());
    ways.push(
      newest(hasEmail),
      newest(Prisma.sql`"customerId" = ANY (ARRAY(SELECT DISTINCT known."customerId" FROM (
        SELECT "customerId" FROM "Event" WHERE ${workspace} AND ${hasEmail} AND "customerId" IS NOT NULL LIMIT ${MOST}) known))`),
    );
  }
  return Prisma.join(ways, " UNION ");
}

/** A comparison of bytes, which the index answers; LIKE would not be sure of a text that it does not know. */
function emailBegins(text: string): Prisma.Sql {
  return Prisma.sql`"email" ~>=~ ${text} AND "email" ~<~ ${`${text}\u{10ffff}`}`;
}
