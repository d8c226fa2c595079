/**
 * Resolves when this program should finish: on SIGTERM, on SIGINT when it runs alone, and when its supervisor is gone,
 * even by `kill -9`, because then the channel to it closes.
 */
export function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", () => resolve());
    // Ctrl-C reaches the whole terminal group; under a supervisor, that one decides the order.
    process.on("SIGINT", () => {
      if (!process.connected) resolve();
    });
    process.on("SIGHUP", () => undefined);
    if (process.connected) process.once("disconnect", () => resolve());
  });
}

/** Tells the supervisor, if there is one, that this program does its work now. */
export function sayReady(): void {
  if (process.connected) process.send?.("ready");
}
