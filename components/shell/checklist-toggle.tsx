"use client";

import { useRouter } from "next/navigation";
import { Button } from "~/components/ui/button";
import { hiddenCookie } from "./checklist-hidden";

const A_YEAR = 31_536_000;

/** Puts the first steps away, or brings them back; remembered in this browser. */
export function ChecklistToggle({ workspace, isHidden }: { workspace: string; isHidden: boolean }) {
  const router = useRouter();
  function toggle() {
    // biome-ignore lint/suspicious/noDocumentCookie: the server renders by it, and the newer store is not everywhere.
    document.cookie = `${hiddenCookie(workspace)}=1; path=/w/${workspace}; samesite=lax; max-age=${isHidden ? 0 : A_YEAR}`;
    router.refresh();
  }
  return (
    <Button variant="ghost" size="sm" onClick={toggle}>
      {isHidden ? "Show" : "Hide"}
      <span className="sr-only"> the first steps</span>
    </Button>
  );
}
