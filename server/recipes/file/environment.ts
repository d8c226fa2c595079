import type { ChannelRef, ConnectionRef } from "./schema";

/** What the definitions of one workspace may refer to. */
export interface FileEnvironment {
  connections: readonly {
    id: string;
    app: ConnectionRef["app"];
    name: string;
    mode: ConnectionRef["mode"] | null;
  }[];
  channels: readonly { id: string; kind: ChannelRef["kind"]; name: string }[];
  recipes: readonly { id: string; key: string | null; name: string }[];
}
