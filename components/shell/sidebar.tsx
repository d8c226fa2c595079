import Link from "next/link";
import { RunningList } from "~/components/operation/running-list";
import { LogoMark } from "~/components/ui/logo";
import { AccountBox } from "./account-box";
import { NavLinks } from "./nav-links";
import { PaletteButton } from "./palette/palette-button";

export interface ShellFacts {
  workspace: string;
  name: string;
  /** All that this person may enter. */
  workspaces: readonly { slug: string; name: string }[];
  email: string;
  role: string;
  /** Causes in the inbox. */
  failures: number;
}

/** The menu at the left of every workspace page, from tablet width up. */
export function Sidebar({ workspace, workspaces, name, email, role, failures }: ShellFacts) {
  return (
    <aside className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col gap-4 border-r bg-canvas p-3 md:flex">
      <Link
        href={`/w/${workspace}`}
        className="flex items-center gap-2.5 rounded-md px-1.5 py-1 hover:bg-hover/60"
      >
        <LogoMark className="size-6 shrink-0" />
        <span className="min-w-0">
          <span className="block truncate text-sm font-semibold">{name}</span>
          <span className="block truncate text-2xs text-faint">Billhook</span>
        </span>
      </Link>
      <PaletteButton />
      <nav aria-label="Workspace" className="min-h-0 flex-1 overflow-y-auto">
        <NavLinks workspace={workspace} failures={failures} />
      </nav>
      <RunningList workspace={workspace} />
      <AccountBox workspace={workspace} workspaces={workspaces} email={email} role={role} />
    </aside>
  );
}
