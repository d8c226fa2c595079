import type { ReactNode } from "react";
import { SettingsTabs } from "~/components/settings/settings-tabs";
import { PageHeader } from "~/components/ui/page-header";

interface SettingsLayoutProps {
  children: ReactNode;
  params: Promise<{ workspace: string }>;
}

/** The frame of the settings: it stays while one goes from page to page. */
export default async function SettingsLayout({ children, params }: SettingsLayoutProps) {
  const { workspace } = await params;
  return (
    <>
      <PageHeader title="Settings" />
      <div className="mb-4">
        <SettingsTabs workspace={workspace} />
      </div>
      {children}
    </>
  );
}
