import { createRest } from "./app";
import { catalogEndpoints } from "./catalog-endpoints";
import { channelEndpoints } from "./channel-endpoints";
import { connectionEndpoints } from "./connection-endpoints";
import { fileEndpoints } from "./file-endpoints";
import { lifecycleEndpoints } from "./lifecycle-endpoints";
import { logEndpoints } from "./log-endpoints";
import { recipeEndpoints } from "./recipe-endpoints";
import { versionEndpoints } from "./version-endpoints";
import { workspaceEndpoints } from "./workspace-endpoints";

export const rest = createRest([
  ...connectionEndpoints,
  ...channelEndpoints,
  ...recipeEndpoints,
  ...fileEndpoints,
  ...lifecycleEndpoints,
  ...versionEndpoints,
  ...logEndpoints,
  ...workspaceEndpoints,
  ...catalogEndpoints,
]);
