"use client";

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "./button";
import {
  currentToasts,
  dismissToast,
  holdToasts,
  releaseToasts,
  subscribeToasts,
  type Toast,
} from "./toast-store";

const ICON = { ok: CircleCheck, danger: CircleAlert, info: Info };
const MARK = { ok: "text-ok", danger: "text-danger", info: "text-info" };
const NONE: Toast[] = [];

/** Where messages appear; each layout whose pages do things holds one; public pages need none. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts, () => NONE);
  return (
    <section
      aria-label="Messages"
      onPointerEnter={holdToasts}
      onPointerLeave={releaseToasts}
      onFocus={holdToasts}
      onBlur={releaseToasts}
    >
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-4 z-toast flex flex-col items-end gap-2 max-md:bottom-20"
      >
        {toasts.map((toast) => (
          <Message key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  );
}

function Message({ toast: { id, tone, title, detail, action } }: { toast: Toast }) {
  const Icon = ICON[tone];
  return (
    <div className="pointer-events-auto flex w-full max-w-sm animate-rise items-start gap-2.5 rounded-lg border bg-surface p-3 text-sm shadow-float">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${MARK[tone]}`} />
      <div className="min-w-0 flex-1 break-words">
        <p className="font-medium">{title}</p>
        {detail ? <p className="text-muted">{detail}</p> : null}
      </div>
      {action ? (
        <Button
          size="sm"
          className="-my-1"
          onClick={() => {
            dismissToast(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <button
        type="button"
        aria-label="Dismiss"
        onClick={() => dismissToast(id)}
        className="rounded-sm p-0.5 text-faint hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  );
}
