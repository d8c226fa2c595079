"use client";

import { ChevronsUpDown, Plus } from "lucide-react";
import { Menu } from "~/components/ui/menu";

interface WorkspaceMenuProps {
  workspace: string;
  workspaces: readonly { slug: string; name: string }[];
}

/** The way to one's other workspaces, and to a new one. */
export function WorkspaceMenu({ workspace, workspaces }: WorkspaceMenuProps) {
  const others = workspaces.filter(({ slug }) => slug !== workspace);
  return (
    <Menu
      variant="ghost"
      size="sm"
      label="Workspaces"
      className="justify-between"
      items={[
        ...others.map(({ slug, name }) => ({ key: slug, label: name, href: `/w/${slug}` })),
        {
          key: "new-workspace",
          label: "New workspace",
          icon: <Plus aria-hidden className="size-4" />,
          href: "/new-workspace",
        },
      ]}
    >
      Workspaces
      <ChevronsUpDown aria-hidden />
    </Menu>
  );
}
