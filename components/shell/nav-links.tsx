"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "~/components/ui/cn";
import { isCurrent, NAV_ITEMS } from "./nav-items";

/** The workspace's menu; the current page is marked. */
export function NavLinks({ workspace, onNavigate }: { workspace: string; onNavigate?: () => void }) {
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
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
