import { maskText } from "~/server/connectors/mask";
import { parsePostgresUrl } from "~/server/connectors/postgres-url";
import type { OpenChannel } from "~/server/services/channel/schemas";
import { systemContext } from "~/server/services/context";
import { getWorkspace } from "~/server/services/workspace/get";
import { withDatabase } from "./database/connect";
import { databaseProblem } from "./database/problem";
import { insertRows, type Row } from "./database/table";
import type { Delivery, Notification, Sending } from "./message";

export type DatabaseChannel = Extract<OpenChannel, { kind: "database" }>;

/** Writes a message as one row of a user's table; the same message again changes nothing. Throws `TransportError` and `AppError`. */
export async function deliverDatabase(
  channel: DatabaseChannel,
  { key, title, text, kind = "notify", recipe, run, link, failure }: Notification,
  sending: Sending,
): Promise<Delivery> {
  const { slug } = await getWorkspace(systemContext(channel.workspaceId));
  const about = {
    ...(recipe ? { recipe: recipe.name } : {}),
    ...(run ? { run_id: run.id } : {}),
    ...(run && link ? { run_url: link } : {}),
  };
  const row: Row = { id: key, workspace: slug, kind, title, text, ...about, ...failure };
  await saveRows(channel, [row], sending);
  return { delivered: true, detail: `The row is in ${channel.label}.` };
}

/** Writes rows into a user's table, each once by its id. Throws `TransportError` and `AppError`. */
export async function saveRows(
  { databaseUrl, table, label }: DatabaseChannel,
  rows: readonly Row[],
  { dryRun, onRequest }: Sending,
): Promise<void> {
  const started = performance.now();
  const capture = (answer: string | null) =>
    onRequest({
      method: "INSERT",
      url: `postgres://${label}`,
      headers: {},
      body: JSON.parse(maskText(JSON.stringify(rows.length === 1 ? rows[0] : rows))),
      response: answer === null ? null : { status: 200, headers: {}, body: answer },
      durationMs: Math.round(performance.now() - started),
      dryRun,
    });
  if (dryRun) return capture(null);
  const address = parsePostgresUrl(databaseUrl);
  try {
    const written = await withDatabase(address, (client) => insertRows(client, table, rows));
    capture(`${written} of ${rows.length} written`);
  } catch (cause) {
    capture(null);
    throw databaseProblem(cause, address, table);
  }
}
