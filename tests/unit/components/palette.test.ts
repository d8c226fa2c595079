import { describe, expect, test } from "vitest";
import { BASICS, GUIDES } from "~/app/(marketing)/docs/guides";
import { NAV_ITEMS } from "~/components/shell/nav-items";
import { commandsFor, matching } from "~/components/shell/palette/commands";
import { entriesOf } from "~/components/shell/palette/entries";
import { hrefOf } from "~/components/shell/palette/hits";
import { PLACES } from "~/components/shell/palette/shortcut-keys";
import { HIT_KINDS, type Hit } from "~/server/services/search/schemas";

const owner = { workspace: "demo", canEdit: true, paused: false };
const titles = (list: readonly { title: string }[]) => list.map(({ title }) => title);
const hit = (kind: Hit["kind"], id: string, title: string): Hit => ({
  kind,
  id,
  title,
  detail: null,
  status: null,
});

describe("commands", () => {
  test("every page of the menu and every guide of the docs can be gone to", () => {
    const hrefs = commandsFor(owner).flatMap(({ does }) => ("href" in does ? [does.href] : []));
    expect(hrefs).toEqual(expect.arrayContaining(NAV_ITEMS.map(({ path }) => `/w/demo${path}`)));
    expect(hrefs).toEqual(expect.arrayContaining([...BASICS, ...GUIDES].map(({ href }) => href)));
  });

  test("no two have one key or one shortcut", () => {
    const commands = commandsFor(owner);
    expect(new Set(commands.map(({ key }) => key)).size).toBe(commands.length);
    expect(Object.keys(PLACES)).toHaveLength(NAV_ITEMS.length + 1);
  });

  test("who only looks is offered no change; a paused workspace is resumed", () => {
    expect(titles(commandsFor({ ...owner, canEdit: false }))).not.toContain("New recipe");
    expect(titles(commandsFor({ ...owner, paused: true }))).toContain("Resume everything");
  });

  test("are found by other words and with a typo", () => {
    const commands = commandsFor(owner);
    expect(titles(matching(commands, "night"))[0]).toBe("Dark theme");
    expect(titles(matching(commands, "conect str"))).toEqual(["Connect Stripe"]);
  });
});

describe("entries", () => {
  const commands = commandsFor(owner);

  test("without a query the last choices come first, and no docs", () => {
    const recents = [{ key: "recipe 1", title: "Welcome", href: "/w/demo/recipes/1" }];
    const entries = entriesOf({ workspace: "demo", query: " ", commands, hits: [], recents });
    expect(entries[0]).toMatchObject({ group: "Recent", title: "Welcome" });
    expect(new Set(entries.map(({ group }) => group))).toEqual(new Set(["Recent", "Do", "Go to"]));
  });

  test("with one, groups stay together in the order in which the arrows go", () => {
    const hits = [
      hit("recipe", "1", "Recipe A"),
      hit("action", "stripe.x", "Act"),
      hit("recipe", "2", "Recipe B"),
    ];
    const groups = entriesOf({ workspace: "demo", query: "recipe", commands, hits, recents: [] }).map(
      ({ group }) => group,
    );
    expect(groups).toEqual([...new Set(groups)].flatMap((name) => groups.filter((group) => group === name)));
    expect(groups).toContain("Recipes");
  });

  test("a hit of every kind leads somewhere", () => {
    for (const kind of HIT_KINDS)
      expect(hrefOf("demo", hit(kind, "a.b", "T"))).toMatch(/^\/(w\/demo|docs|templates)/);
  });
});
