import {
  Activity,
  Cable,
  FlaskConical,
  House,
  Inbox,
  ListOrdered,
  type LucideIcon,
  Settings,
  Workflow,
  Zap,
} from "lucide-react";

export interface NavItem {
  /** Below `/w/{workspace}`; "" is the overview. */
  path: string;
  label: string;
  icon: LucideIcon;
  /** g and then this key goes there. */
  shortcut: string;
}

export const NAV_ITEMS: NavItem[] = [
  { path: "", label: "Overview", icon: House, shortcut: "o" },
  { path: "/recipes", label: "Recipes", icon: Workflow, shortcut: "r" },
  { path: "/runs", label: "Runs", icon: Activity, shortcut: "u" },
  { path: "/inbox", label: "Inbox", icon: Inbox, shortcut: "i" },
  { path: "/queue", label: "Queue", icon: ListOrdered, shortcut: "q" },
  { path: "/events", label: "Events", icon: Zap, shortcut: "e" },
  { path: "/connections", label: "Connections", icon: Cable, shortcut: "c" },
  { path: "/sandbox", label: "Sandbox", icon: FlaskConical, shortcut: "s" },
  { path: "/settings", label: "Settings", icon: Settings, shortcut: "t" },
];

/** Whether the page at `pathname` belongs to this item of the menu. */
export function isCurrent(pathname: string, base: string, item: NavItem): boolean {
  if (item.path === "") return pathname === base;
  const href = base + item.path;
  return pathname === href || pathname.startsWith(`${href}/`);
}
