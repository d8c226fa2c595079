import type { ActionError } from "~/components/ui/action-error";
import type { ChannelKind, CreateChannelInput, UpdateChannelInput } from "~/server/services/channel/schemas";

/** What the form holds. */
export interface ChannelDraft {
  name: string;
  address: string;
  table: string;
}

const linesOf = (addresses: string) => addresses.split(/[\s,;]+/).filter(Boolean);

/** The form as a new channel. */
export function newChannel(kind: ChannelKind, { name, address, table }: ChannelDraft): CreateChannelInput {
  switch (kind) {
    case "email":
      return { kind, name, to: linesOf(address) };
    case "database":
      return { kind, name, databaseUrl: address, ...(table ? { table } : {}) };
    default:
      return { kind, name, url: address };
  }
}

/** The form as a change; a field that was left empty stays as it is. */
export function channelChange(
  kind: ChannelKind,
  { name, address, table }: ChannelDraft,
): Omit<UpdateChannelInput, "id"> {
  const moved = table ? { name, table } : { name };
  if (!address) return moved;
  if (kind === "email") return { name, to: linesOf(address) };
  return kind === "database" ? { ...moved, databaseUrl: address } : { name, url: address };
}

/** What the server says of a field of the form, with the one of several addresses that it means. */
export function refusalOf(error: ActionError | null, { address }: ChannelDraft) {
  const found: { address?: string; table?: string } = {};
  for (const [path, message] of Object.entries(error?.fields ?? {})) {
    const [, field, place] = /^(?:channel\.)?(to|url|databaseUrl|table)(?:\.(\d+))?$/.exec(path) ?? [];
    if (field === "table") found.table ??= `This ${message}`;
    else if (field)
      found.address ??= `${place === undefined ? "This" : `“${linesOf(address)[Number(place)] ?? ""}”`} ${message}`;
  }
  return found;
}
