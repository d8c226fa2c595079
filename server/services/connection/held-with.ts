import type { AppError } from "~/server/errors";
import type { Connection } from "~/server/generated/prisma/client";

/** What the pages call a key. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/credentials\.apiKey/g, "the API key"],
  [/credentials\.siteId or credentials\.trackApiKey/g, "the Site ID or Track API key"],
  [/credentials\.appApiKey/g, "the App API key"],
];

/** What a connection says of itself while its runs are held; since when stays what it was. */
export function heldWith({ heldSince }: Pick<Connection, "heldSince">, { message }: AppError) {
  const now = new Date();
  return {
    status: "failing" as const,
    statusDetail: PLAIN.reduce((text, [field, plain]) => text.replace(field, plain), message),
    heldSince: heldSince ?? now,
    checkedAt: now,
  };
}
