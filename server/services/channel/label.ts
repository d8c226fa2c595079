import { parsePostgresUrl } from "~/server/connectors/postgres-url";
import type { ChannelConfig } from "./schemas";

/** What a person recognises a channel by, without what would let anybody send through it. */
export function channelLabel(config: ChannelConfig): string {
  if (config.kind === "email") {
    const [first = "", ...others] = config.to;
    return others.length === 0 ? first : `${first} and ${others.length} more`;
  }
  if (config.kind === "database") {
    const { host, database } = parsePostgresUrl(config.databaseUrl);
    return `${host}/${database}, table ${config.table}`;
  }
  const { host } = new URL(config.url);
  if (config.kind === "webhook") return host;
  return host === "hooks.slack.com" ? `${host}/services/T…/…` : `${host}/…`;
}
