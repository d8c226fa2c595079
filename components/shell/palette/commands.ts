import type { LucideIcon } from "lucide-react";
import {
  BookOpen,
  Cable,
  CirclePause,
  CirclePlay,
  FileUp,
  Keyboard,
  Layers,
  LayoutTemplate,
  Mail,
  Monitor,
  Moon,
  Plus,
  Settings,
  Sun,
} from "lucide-react";
import { NAV_ITEMS } from "~/components/shell/nav-items";
import { closest } from "~/server/recipes/closeness";

/** What a command does other than going somewhere. */
export type Deed = "pause" | "resume" | "light" | "dark" | "system" | "shortcuts";

export interface Command {
  key: string;
  group: "Do" | "Go to" | "Docs";
  title: string;
  icon: LucideIcon;
  /** Also found by these. */
  words?: string;
  shortcut?: string;
  does: { href: string } | { deed: Deed };
}

interface Situation {
  workspace: string;
  canEdit: boolean;
  paused: boolean;
}

const GUIDES = [
  ["/docs", "Docs"],
  ["/docs/triggers", "Triggers"],
  ["/docs/events", "Stripe's events"],
  ["/docs/steps", "Steps"],
  ["/docs/reliability", "Nothing lost, nothing twice"],
  ["/docs/describe", "Describing a recipe in words"],
  ["/docs/code", "Code steps"],
  ["/docs/http", "HTTP requests"],
  ["/docs/filters", "Filters"],
  ["/docs/order", "Order, late and lost events"],
  ["/docs/notify", "Notify your team"],
  ["/docs/notifications", "Failure notifications"],
  ["/docs/files", "Recipes as files"],
  ["/docs/engines", "Engines"],
] as const;

/** Everything that the palette offers without asking the server. */
export function commandsFor({ workspace, canEdit, paused }: Situation): Command[] {
  const base = `/w/${workspace}`;
  const go = (path: string) => ({ href: base + path });
  const changes: Command[] = [
    {
      key: "new",
      group: "Do",
      title: "New recipe",
      icon: Plus,
      words: "create add automation",
      shortcut: "g n",
      does: go("/recipes/new"),
    },
    {
      key: "import",
      group: "Do",
      title: "Import recipes from files",
      icon: FileUp,
      words: "yaml json upload",
      does: go("/recipes/import"),
    },
    {
      key: "stripe",
      group: "Do",
      title: "Connect Stripe",
      icon: Cable,
      words: "add connection account key",
      does: go("/connections/new/stripe"),
    },
    {
      key: "customerio",
      group: "Do",
      title: "Connect Customer.io",
      icon: Cable,
      words: "add connection account key",
      does: go("/connections/new/customerio"),
    },
    {
      key: "http",
      group: "Do",
      title: "Connect a web API",
      icon: Cable,
      words: "add connection http token",
      does: go("/connections/new/http"),
    },
    paused
      ? {
          key: "resume",
          group: "Do",
          title: "Resume everything",
          icon: CirclePlay,
          words: "unpause start workspace",
          does: { deed: "resume" },
        }
      : {
          key: "pause",
          group: "Do",
          title: "Pause everything",
          icon: CirclePause,
          words: "stop halt workspace",
          does: { deed: "pause" },
        },
  ];
  return [
    ...(canEdit ? changes : []),
    {
      key: "light",
      group: "Do",
      title: "Light theme",
      icon: Sun,
      words: "switch appearance mode",
      does: { deed: "light" },
    },
    {
      key: "dark",
      group: "Do",
      title: "Dark theme",
      icon: Moon,
      words: "switch appearance mode night",
      does: { deed: "dark" },
    },
    {
      key: "system",
      group: "Do",
      title: "Theme as the system",
      icon: Monitor,
      words: "switch appearance mode auto",
      does: { deed: "system" },
    },
    {
      key: "shortcuts",
      group: "Do",
      title: "Keyboard shortcuts",
      icon: Keyboard,
      words: "keys help",
      shortcut: "?",
      does: { deed: "shortcuts" },
    },
    ...NAV_ITEMS.map(
      ({ path, label, icon, shortcut }): Command => ({
        key: `go${path}`,
        group: "Go to",
        title: label,
        icon,
        shortcut: `g ${shortcut}`,
        does: go(path),
      }),
    ),
    {
      key: "operations",
      group: "Go to",
      title: "Operations",
      icon: Layers,
      words: "bulk rerun backfill progress",
      does: go("/operations"),
    },
    {
      key: "notifications",
      group: "Go to",
      title: "Notification rules",
      icon: Settings,
      words: "alerts failures export",
      does: go("/settings/notifications"),
    },
    {
      key: "mailbox",
      group: "Go to",
      title: "Mailbox",
      icon: Mail,
      words: "e-mails sent",
      does: go("/settings/mailbox"),
    },
    {
      key: "data",
      group: "Go to",
      title: "Data and retention",
      icon: Settings,
      words: "storage delete days",
      does: go("/settings/data"),
    },
    {
      key: "templates",
      group: "Go to",
      title: "Template gallery",
      icon: LayoutTemplate,
      does: { href: "/templates" },
    },
    ...GUIDES.map(
      ([href, title]): Command => ({ key: href, group: "Docs", title, icon: BookOpen, does: { href } }),
    ),
  ];
}

/** Without a query what is done often; with one what answers it, best first. */
export function matching(commands: readonly Command[], query: string): Command[] {
  if (query.trim() === "") return commands.filter(({ group }) => group !== "Docs");
  return closest(commands, query, ({ title, words = "" }) => `${title} ${words}`, 8);
}
