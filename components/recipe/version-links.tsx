"use client";

import { Eye } from "lucide-react";
import Link from "next/link";
import { Badge } from "~/components/ui/badge";
import { useEditor } from "./editor-context";

const LINK = "rounded-sm text-xs font-medium text-accent-ink hover:underline pointer-coarse:py-2";

/** To the history, and to what runs in shadow, once there is any. */
export function VersionLinks({ recipeId }: { recipeId: string }) {
  const { workspace, state } = useEditor();
  if (state.version === null) return null;
  const versions = `/w/${workspace}/recipes/${recipeId}/versions`;
  return (
    <>
      <Link href={versions} className={LINK}>
        Versions
      </Link>
      {state.shadow ? (
        <Link href={`${versions}/shadow`} className="rounded-sm hover:underline">
          <Badge tone="info">
            <Eye aria-hidden />
            Version {state.shadow.version} in shadow
          </Badge>
        </Link>
      ) : null}
      {state.status === "shadow" ? (
        <Link href={`${versions}/shadow`} className={LINK}>
          What it would send
        </Link>
      ) : null}
    </>
  );
}
