/**
 * Calls back when whoever started Billhook wants it to end, or is gone: a signal, a closed terminal, or an `npm` that
 * was killed and can no longer pass a signal on.
 */
export function whenAskedToStop(stop: (reason: string) => void): void {
  process.on("SIGINT", () => stop("Stopping."));
  process.on("SIGTERM", () => stop("Asked to stop."));
  process.on("SIGHUP", () => stop("The terminal was closed."));
  if (process.stdin.isTTY) process.stdin.once("end", () => stop("The terminal was closed."));
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop("The npm process that started Billhook is gone.");
  }, 1000).unref();
}
