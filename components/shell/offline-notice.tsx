"use client";

import { CloudOff } from "lucide-react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { subscribeOnline } from "~/components/ui/online";
import { showToast } from "~/components/ui/toast-store";

/** Below the page while the browser has no network; tells when it has one again. */
export function OfflineNotice() {
  const online = useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  );
  const wasOffline = useRef(false);
  useEffect(() => {
    if (online && wasOffline.current)
      showToast({ tone: "ok", title: "You are back online", detail: "What waited is being saved now." });
    wasOffline.current = !online;
  }, [online]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-toast flex justify-center">
      {online ? null : (
        <p className="flex animate-rise items-center gap-2.5 rounded-lg border bg-surface px-3.5 py-2.5 text-sm shadow-float">
          <CloudOff aria-hidden className="size-4 shrink-0 text-warn" />
          <span>
            <span className="font-medium">You are offline.</span>{" "}
            <span className="text-muted">Changes wait until you are back; runs go on without you.</span>
          </span>
        </p>
      )}
    </div>
  );
}
