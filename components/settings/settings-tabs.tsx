"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import { TabLinks } from "~/components/ui/tab-links";

const TABS = [
  { segment: null, label: "General" },
  { segment: "notifications", label: "Notifications" },
  { segment: "mailbox", label: "Mailbox" },
  { segment: "data", label: "Data" },
] as const;

/** The way between the settings pages. */
export function SettingsTabs({ workspace }: { workspace: string }) {
  const current = useSelectedLayoutSegment();
  const base = `/w/${workspace}/settings`;
  return (
    <TabLinks
      label="Settings"
      items={TABS.map(({ segment, label }) => ({
        href: segment === null ? base : `${base}/${segment}`,
        label,
        current: segment === current,
      }))}
    />
  );
}
