import { admitRuns } from "./admission";
import { releasePaused } from "./pause";
import { forgetDue } from "./retention/forget-due";

/** What has to be done now and then, and is done at most for some seconds: runs that an ended pause still holds, and what is too old. */
export async function upkeep(): Promise<void> {
  for (const { workspaceId } of await releasePaused()) await admitRuns(workspaceId);
  await forgetDue();
}
