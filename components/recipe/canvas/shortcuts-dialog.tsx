import { Dialog } from "~/components/ui/dialog";
import { SHORTCUT_HELP } from "./shortcuts";

/** What the keyboard can do on the canvas. */
export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts" size="lg">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {SHORTCUT_HELP.map(([group, rows]) => (
          <section key={group} aria-label={group}>
            <h3 className="mb-1.5 text-xs font-medium text-faint">{group}</h3>
            <dl className="flex flex-col gap-1 text-sm">
              {rows.map(([keys, words]) => (
                <div key={keys} className="flex items-baseline justify-between gap-4">
                  <dd className="order-first text-muted">{words}</dd>
                  <dt className="flex shrink-0 gap-1">
                    {keys.split(" ").map((key) => (
                      <kbd key={key} className="rounded-sm border bg-sunken px-1.5 font-mono text-2xs">
                        {key}
                      </kbd>
                    ))}
                  </dt>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
