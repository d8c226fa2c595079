import Link from "next/link";
import type { ReactNode } from "react";
import { TAB_BAR, tabStyle } from "./tab-style";

/** Tabs that are pages or filters in the URL: `{ href, label, current }`. */
export function TabLinks({
  items,
  label,
}: {
  items: { href: string; label: ReactNode; current: boolean }[];
  label: string;
}) {
  return (
    <nav aria-label={label} className={TAB_BAR}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.current ? "page" : undefined}
          className={tabStyle(item.current)}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
