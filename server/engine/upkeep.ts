import { log } from "~/server/log";
import { admitRuns } from "./admission";
import { releasePaused } from "./pause";
import { forgetDue } from "./retention/forget-due";

const LOOK_MS = 60_000;

/** What has to be done now and then, and is done at most for some seconds: runs that an ended pause still holds, and what is too old. */
export async function upkeep(): Promise<void> {
  for (const { workspaceId } of await releasePaused()) await admitRuns(workspaceId);
  await forgetDue();
}

/** Does so every minute until `stop`, which waits for what is under way. */
export function startUpkeep(): { stop(): Promise<void> } {
  let underWay: Promise<void> | null = null;
  const look = () => {
    underWay ??= upkeep()
      .catch((error: unknown) => log.warn({ err: error }, "the upkeep failed"))
      .finally(() => {
        underWay = null;
      });
  };
  look();
  const timer = setInterval(look, LOOK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}
