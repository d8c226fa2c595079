"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState, useTransition } from "react";
import { type ActionError, toActionError } from "./action-error";
import { showToast } from "./toast-store";

interface Options<Output> {
  /** Said in a toast when it worked. */
  success?: string | ((output: Output) => string);
  /** Errors appear as a toast as well; false when the form shows `error` itself. */
  toastError?: boolean;
  /** False leaves the server-rendered page as it is. */
  refresh?: boolean;
  onSuccess?: (output: Output) => void;
}

/**
 * Runs a tRPC mutation: `const save = useAction(trpc.recipe.update.mutate, { success: "Saved" })`, then
 * `await save.run(input)`: the output, or undefined when it failed (then `save.error` says why).
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
            const output = await act(input);
            const title = typeof wish.success === "function" ? wish.success(output) : wish.success;
            if (title) showToast({ tone: "ok", title });
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
