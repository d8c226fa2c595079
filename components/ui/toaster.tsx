"use client";

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { currentToasts, dismissToast, subscribeToasts, type Toast } from "./toast-store";

const ICON = { ok: CircleCheck, danger: CircleAlert, info: Info };
const MARK = { ok: "text-ok", danger: "text-danger", info: "text-info" };
const NONE: Toast[] = [];

/** Where messages appear; each layout whose pages do things holds one; public pages need none. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts, () => NONE);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-end gap-2 max-md:bottom-20"
    >
      {toasts.map((toast) => {
        const Icon = ICON[toast.tone];
        return (
          <div
            key={toast.id}
            className="pointer-events-auto flex w-full max-w-sm items-start gap-2.5 rounded-lg border bg-surface p-3 text-sm shadow-float"
          >
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${MARK[toast.tone]}`} />
            <div className="min-w-0 flex-1 break-words">
              <p className="font-medium">{toast.title}</p>
              {toast.detail ? <p className="text-muted">{toast.detail}</p> : null}
            </div>
            <button
              type="button"
              aria-label="Dismiss"
              onClick={() => dismissToast(toast.id)}
              className="rounded-sm p-0.5 text-faint hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </button>
          </div>
        );
      })}
    </div>
  );
}
