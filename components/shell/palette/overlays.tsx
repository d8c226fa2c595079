"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useSyncExternalStore } from "react";
import { currentOverlay, showOverlay, subscribeOverlay } from "./palette-store";
import { listenForShortcuts } from "./shortcut-keys";

// Neither is loaded before somebody asks for it.
const Palette = lazy(async () => ({ default: (await import("./palette")).Palette }));
const Shortcuts = lazy(async () => ({ default: (await import("./shortcut-list")).ShortcutList }));

interface OverlaysProps {
  workspace: string;
  canEdit: boolean;
  paused: boolean;
}

/** The command palette, the list of shortcuts, and the keys that open them and go from page to page. */
export function Overlays({ workspace, canEdit, paused }: OverlaysProps) {
  const router = useRouter();
  const overlay = useSyncExternalStore(subscribeOverlay, currentOverlay, () => null);
  useEffect(
    () => listenForShortcuts({ show: showOverlay, go: (path) => router.push(`/w/${workspace}${path}`) }),
    [router, workspace],
  );
  // A page that is left takes its overlays with it.
  useEffect(() => () => showOverlay(null), []);
  const close = () => showOverlay(null);
  return (
    <Suspense fallback={null}>
      {overlay === "palette" ? (
        <Palette workspace={workspace} canEdit={canEdit} paused={paused} onClose={close} />
      ) : null}
      {overlay === "shortcuts" ? <Shortcuts onClose={close} /> : null}
    </Suspense>
  );
}
