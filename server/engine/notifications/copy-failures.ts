import { saveRows } from "~/server/notify/database";
import { SILENT } from "~/server/notify/message";
import { openChannel } from "~/server/services/channel/open";
import { systemContext } from "~/server/services/context";
import { readFailures } from "~/server/services/failure/read";
import { RULE_CONFIGS } from "~/server/services/notification/schemas";
import type { DueRule, Look } from "./rule";

/** A table is no person: "every failure" into a database is a row for each, and no message. */
export function copiesFailures({ kind, channelKind, config }: DueRule): boolean {
  return kind === "every_n" && channelKind === "database" && RULE_CONFIGS.every_n.parse(config).every === 1;
}

/** Writes a row for each failure of a look into the user's table, each once; returns how many there were. `onPage` comes between pages. */
export async function copyFailures(look: Look, onPage: () => Promise<void>): Promise<number> {
  const channel = await openChannel(systemContext(look.workspaceId), look.channelId);
  if (channel.kind !== "database") return 0;
  const span = {
    workspaceId: look.workspaceId,
    since: look.from,
    until: look.to,
    recipeId: look.recipeId,
  };
  let count = 0;
  for await (const page of readFailures(span)) {
    const rows = page.map((failure) => ({
      id: `run_${failure.run_id}`,
      kind: "failure",
      title: `“${failure.recipe}” ${failure.status === "failed" ? "failed" : "has an unknown outcome"}`,
      text: failure.error_message ?? "",
      ...failure,
    }));
    await saveRows(channel, rows, SILENT);
    count += rows.length;
    await onPage();
  }
  return count;
}
