"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "~/components/ui/cn";
import { isCurrent, NAV_ITEMS } from "./nav-items";

interface NavLinksProps {
  workspace: string;
  /** Causes in the inbox that nobody has taken care of. */
  failures: number;
  onNavigate?: () => void;
}

/** The workspace's menu; the current page is marked. */
export function NavLinks({ workspace, failures, onNavigate }: NavLinksProps) {
  const pathname = usePathname();
  const base = `/w/${workspace}`;
  return (
    <ul className="flex flex-col gap-px">
      {NAV_ITEMS.map((item) => {
        const current = isCurrent(pathname, base, item);
        const Icon = item.icon;
        return (
          <li key={item.path}>
            <Link
              href={base + item.path}
              aria-current={current ? "page" : undefined}
              {...(onNavigate ? { onClick: onNavigate } : {})}
              className={cn(
                "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm transition-colors pointer-coarse:h-11",
                current ? "bg-hover font-medium text-ink" : "text-muted hover:bg-hover/60 hover:text-ink",
              )}
            >
              <Icon aria-hidden className={cn("size-4", current ? "text-accent" : "text-faint")} />
              {item.label}
              {item.path === "/inbox" && failures > 0 ? <Count of={failures} /> : null}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Count({ of }: { of: number }) {
  return (
    <span className="ml-auto min-w-5 rounded-full bg-danger-soft px-1.5 text-center text-2xs font-semibold text-danger tabular-nums">
      {of > 99 ? "99+" : of}
      <span className="sr-only"> open</span>
    </span>
  );
}
