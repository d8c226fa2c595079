import type { ClientBase } from "pg";
import type { FailureRecord } from "~/server/services/failure/export-schemas";

/** One row of a user's table: one message, or one failed run. */
export interface Row extends Partial<FailureRecord> {
  id: string;
  workspace: string;
  /** What the row is: `notify` for a recipe's own message, otherwise the kind of rule. */
  kind: string;
  title: string;
  text: string;
}

/** Every column after `told_at`, in order, with its type. The docs show them. */
export const COLUMNS = [
  ["id", "text PRIMARY KEY", "The same for the same message, so that a repeated one is kept once."],
  ["told_at", "timestamptz NOT NULL DEFAULT now()", "When the row was written."],
  ["workspace", "text NOT NULL", "The workspace's address, as in /w/acme."],
  ["kind", "text NOT NULL", "notify, failure, or the kind of the rule: first_failure, digest and so on."],
  ["title", "text NOT NULL", "The message's title."],
  ["text", "text NOT NULL", "The message itself."],
  ["recipe", "text", "The recipe's name."],
  ["run_id", "text", "The run; of several with one cause, the first."],
  ["run_url", "text", "Its page."],
  ["event_id", "text", "The event's id, as its sender calls it."],
  ["event_type", "text", "The event's type."],
  ["status", "text", "failed or outcome_unknown."],
  ["error_code", "text", "The error's code."],
  ["error_message", "text", "The error in words."],
  ["remedy", "text", "What can be done about it."],
  ["step", "text", "The step that failed."],
  ["failed_at", "timestamptz", "When the run ended."],
] as const;

/** The name was checked when the channel was made: small letters, digits and underscores, one dot at most. */
const quoted = (table: string) =>
  table
    .split(".")
    .map((part) => `"${part}"`)
    .join(".");

const UNDEFINED_TABLE = "42P01";
/** Somebody else made it at the same moment. */
const MADE_MEANWHILE = new Set(["42P07", "23505"]);
const codeOf = (error: unknown) => (error as { code?: unknown }).code;

/** Writes rows that are not there yet, and makes the table first when it is missing. Returns how many were new. */
export async function insertRows(client: ClientBase, table: string, rows: readonly Row[]): Promise<number> {
  try {
    return await insert(client, table, rows);
  } catch (error) {
    if (codeOf(error) !== UNDEFINED_TABLE) throw error;
  }
  const columns = COLUMNS.map(([name, type]) => `"${name}" ${type}`).join(", ");
  await client.query(`CREATE TABLE ${quoted(table)} (${columns})`).catch((error: unknown) => {
    if (!MADE_MEANWHILE.has(String(codeOf(error)))) throw error;
  });
  return insert(client, table, rows);
}

const WRITTEN = COLUMNS.map(([name]) => name).filter((name) => name !== "told_at");

async function insert(client: ClientBase, table: string, rows: readonly Row[]): Promise<number> {
  const tuples = rows.map(
    (_, at) => `(${WRITTEN.map((_name, column) => `$${at * WRITTEN.length + column + 1}`).join(", ")})`,
  );
  const names = WRITTEN.map((name) => `"${name}"`).join(", ");
  const { rowCount } = await client.query(
    `INSERT INTO ${quoted(table)} (${names}) VALUES ${tuples.join(", ")} ON CONFLICT ("id") DO NOTHING`,
    rows.flatMap((row) => WRITTEN.map((name) => row[name] ?? null)),
  );
  return rowCount ?? 0;
}
