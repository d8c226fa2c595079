"use client";

import { NAV_ITEMS } from "~/components/shell/nav-items";
import { Dialog } from "~/components/ui/dialog";
import { Keys } from "~/components/ui/keys";
import { isMac } from "./shortcut-keys";

/** Every key that works, by where it does. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const sections: { title: string; rows: [string, string[]][] }[] = [
    {
      title: "Everywhere",
      rows: [
        ["Search and commands", [isMac() ? "⌘" : "Ctrl", "K"]],
        ["This list", ["?"]],
        ["New recipe", ["g", "n"]],
        ["Close what is open", ["Esc"]],
      ],
    },
    {
      title: "Go to",
      rows: NAV_ITEMS.map(({ label, shortcut }) => [label, ["g", shortcut]]),
    },
    {
      title: "Inbox",
      rows: [
        ["Next, previous", ["j", "k"]],
        ["Select", ["x"]],
        ["Resolve", ["e"]],
        ["Open", ["Enter"]],
      ],
    },
  ];
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts" size="lg">
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {sections.map(({ title, rows }) => (
          <section key={title} className="min-w-0 sm:even:row-span-2">
            <h3 className="pb-1 text-xs font-medium text-faint">{title}</h3>
            <dl className="divide-y text-sm">
              {rows.map(([name, keys]) => (
                <div key={name} className="flex h-8 items-center justify-between gap-4">
                  <dt>{name}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
