import { DatabaseError } from "pg";
import type { PostgresAddress } from "~/server/connectors/postgres-url";
import { TransportError } from "~/server/connectors/transport-error";
import { AppError } from "~/server/errors";

type Words = (address: PostgresAddress, table: string) => string;

/** What PostgreSQL refuses for good, by its code. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REFUSALS: Record<string, Words> = {
  "28P01": ({ user }) => `The database does not accept the password of "${user}".`,
  "28000": ({ user }) => `The database does not let "${user}" in.`,
  "3D000": ({ database }) => `There is no database "${database}".`,
  "3F000": (_, table) => `There is no schema for the table "${table}". Create it first.`,
  "42501": ({ user }, table) =>
    `"${user}" may not write to the table "${table}", or may not make it. Grant CREATE on the schema, or INSERT and SELECT on the table.`,
  "42703": (_, table) =>
    `The table "${table}" lacks a column that Billhook writes. Name another table, and Billhook makes it.`,
  "42P10": (_, table) => `The table "${table}" has no primary key on "id".`,
  "23502": (_, table) => `The table "${table}" demands a column that Billhook does not write.`,
};

/** Certificates that nobody vouches for, and names that do not match, by Node's code. */
const CERTIFICATE = /CERT|ALTNAME|SIGNATURE|ISSUER/;

/** Whatever went wrong with a user's database, in plain words: `AppError` where it is no use to try again. */
export function databaseProblem(cause: unknown, address: PostgresAddress, table: string): Error {
  if (cause instanceof TransportError || cause instanceof AppError) return cause;
  const { code = "", message = "" } = cause instanceof Error ? (cause as Error & { code?: string }) : {};
  const rejected = (words: string) => new AppError("connection_rejected", words, undefined, { cause });
  const words = REFUSALS[code]?.(address, table);
  if (words) return rejected(words);
  if (CERTIFICATE.test(code))
    return rejected(
      `The database's certificate is not one that a known authority vouches for (${code}). Add ?sslmode=require to accept it as it is.`,
    );
  if (!code && message.includes("does not support SSL"))
    return rejected("The database takes no encrypted connection. Add ?sslmode=disable to go without.");
  if (cause instanceof DatabaseError && !isPassing(code))
    return rejected(`The database refused the row: ${message}`);
  const kind = /timeout/i.test(message) || code === "57014" ? "timeout" : "network";
  const why = kind === "timeout" ? "did not answer in time" : "could not be reached";
  return new TransportError(
    kind,
    `The database at ${address.host} ${why}.`,
    { requestMayHaveArrived: true },
    { cause },
  );
}

/** Connections broken, too many of them, shutting down, starting up, deadlock, read only for a moment, a lock not got. */
const isPassing = (code: string) => /^(08|53|57|58|40|25006|55P03)/.test(code);
