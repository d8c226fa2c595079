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
}

export const NAV_ITEMS: NavItem[] = [
  { path: "", label: "Overview", icon: House },
  { path: "/recipes", label: "Recipes", icon: Workflow },
  { path: "/runs", label: "Runs", icon: Activity },
  { path: "/inbox", label: "Inbox", icon: Inbox },
  { path: "/queue", label: "Queue", icon: ListOrdered },
  { path: "/events", label: "Events", icon: Zap },
  { path: "/connections", label: "Connections", icon: Cable },
  { path: "/sandbox", label: "Sandbox", icon: FlaskConical },
  { path: "/settings", label: "Settings", icon: Settings },
];

/** Whether the page at `pathname` belongs to this item of the menu. */
export function isCurrent(pathname: string, base: string, item: NavItem): boolean {
  if (item.path === "") return pathname === base;
  const href = base + item.path;
  return pathname === href || pathname.startsWith(`${href}/`);
}
