"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState, useTransition } from "react";
import { type ActionError, toActionError } from "./action-error";
import { whenOnline } from "./online";
import { showToast } from "./toast-store";

interface Options<Output> {
  /** Said in a toast when it worked. */
  success?: string | ((output: Output) => string);
  /** What takes it back, offered in the toast; null where nothing does. A text that it answers is what is said then. */
  undo?: (output: Output) => (() => Promise<unknown>) | null;
  /** Errors appear as a toast as well; false when the form shows `error` itself. */
  toastError?: boolean;
  /** False leaves the server-rendered page as it is. */
  refresh?: boolean;
  onSuccess?: (output: Output) => void;
}

/**
 * Runs a tRPC mutation: `const save = useAction(trpc.recipe.update.mutate, { success: "Saved" })`, then
 * `await save.run(input)`: the output, or undefined when it failed (then `save.error` says why). Without a network it
 * waits for one.
 */
export function useAction<Input, Output>(
  action: (input: Input) => Promise<Output>,
  options: Options<Output> = {},
) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<ActionError | null>(null);
  const latest = useRef({ action, options });
  latest.current = { action, options };

  const run = useCallback(
    (input: Input) =>
      new Promise<Output | undefined>((resolve) => {
        startTransition(async () => {
          const { action: act, options: wish } = latest.current;
          setError(null);
          try {
            await whenOnline();
            const output = await act(input);
            const title = typeof wish.success === "function" ? wish.success(output) : wish.success;
            const takeBack = wish.undo?.(output) ?? null;
            if (title && takeBack) showUndo(title, takeBack, () => router.refresh());
            else if (title) showToast({ tone: "ok", title });
            wish.onSuccess?.(output);
            if (wish.refresh !== false) startTransition(() => router.refresh());
            resolve(output);
          } catch (thrown) {
            const failure = toActionError(thrown);
            setError(failure);
            if (wish.toastError !== false) showToast({ tone: "danger", title: failure.message });
            resolve(undefined);
          }
        });
      }),
    [router],
  );

  return { run, pending, error, clearError: useCallback(() => setError(null), []) };
}

/** Says what was done, with a button that takes it back. */
export function showUndo(title: string, takeBack: () => Promise<unknown>, onDone: () => void): void {
  const run = () =>
    void takeBack().then(
      (said) => {
        showToast({ tone: "ok", title: typeof said === "string" ? said : "Taken back" });
        onDone();
      },
      (thrown: unknown) => showToast({ tone: "danger", title: toActionError(thrown).message }),
    );
  showToast({ tone: "ok", title, action: { label: "Undo", run } });
}
