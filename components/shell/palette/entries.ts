import type { Hit } from "~/server/services/search/schemas";
import { type Command, matching } from "./commands";
import { groupOf, hrefOf, titleOf } from "./hits";
import type { Recent } from "./recents";

/** One line of the palette. */
export interface Entry {
  key: string;
  group: string;
  title: string;
  detail?: string;
  status?: string;
  shortcut?: string;
  command?: Command;
  hit?: Hit;
  href?: string;
}

interface Parts {
  workspace: string;
  query: string;
  commands: readonly Command[];
  hits: readonly Hit[];
  recents: readonly Recent[];
}

/** What the palette shows: the last choices and commands, or what answers the query, in groups that stay together. */
export function entriesOf({ workspace, query, commands, hits, recents }: Parts): Entry[] {
  const own = matching(commands, query).map(ofCommand);
  if (query.trim() === "") {
    const last = recents.map(
      (recent): Entry => ({ ...recent, key: `recent ${recent.key}`, group: "Recent" }),
    );
    return [...last, ...own];
  }
  const found = hits.map((hit) => ofHit(workspace, hit));
  // Things of the workspace are what somebody mostly looks for; of commands the best stand above them.
  return inGroups([...own.slice(0, 3), ...found, ...own.slice(3)]);
}

function ofCommand(command: Command): Entry {
  const { key, group, title, shortcut, does } = command;
  return {
    key,
    group,
    title,
    command,
    ...(shortcut && { shortcut }),
    ...("href" in does && { href: does.href }),
  };
}

function ofHit(workspace: string, hit: Hit): Entry {
  return {
    key: `${hit.kind} ${hit.id}`,
    group: groupOf(hit),
    title: titleOf(hit),
    hit,
    href: hrefOf(workspace, hit),
    ...(hit.detail && { detail: hit.detail }),
    ...(hit.status && { status: hit.status }),
  };
}

function inGroups(entries: readonly Entry[]): Entry[] {
  const groups = [...new Set(entries.map(({ group }) => group))];
  return groups.flatMap((name) => entries.filter(({ group }) => group === name));
}
