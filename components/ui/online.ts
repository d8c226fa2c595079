/** Tells when the browser loses or finds its network. */
export function subscribeOnline(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Resolves at once, or when the network is back: a change made meanwhile waits instead of failing. */
export async function whenOnline(): Promise<void> {
  if (navigator.onLine) return;
  await new Promise<void>((resolve) => addEventListener("online", () => resolve(), { once: true }));
}
