import { createRest } from "./app";
import { catalogEndpoints } from "./catalog-endpoints";
import { channelEndpoints } from "./channel-endpoints";
import { connectionEndpoints } from "./connection-endpoints";
import { draftEndpoints } from "./draft-endpoints";
import { failureEndpoints } from "./failure-endpoints";
import { fileEndpoints } from "./file-endpoints";
import { lifecycleEndpoints } from "./lifecycle-endpoints";
import { logEndpoints } from "./log-endpoints";
import { notificationEndpoints } from "./notification-endpoints";
import { operationEndpoints } from "./operation-endpoints";
import { recipeEndpoints } from "./recipe-endpoints";
import { runEndpoints } from "./run-endpoints";
import { versionEndpoints } from "./version-endpoints";
import { workspaceEndpoints } from "./workspace-endpoints";

export const rest = createRest([
  ...connectionEndpoints,
  ...channelEndpoints,
  ...notificationEndpoints,
  ...recipeEndpoints,
  ...draftEndpoints,
  ...fileEndpoints,
  ...lifecycleEndpoints,
  ...versionEndpoints,
  ...operationEndpoints,
  ...logEndpoints,
  ...runEndpoints,
  ...failureEndpoints,
  ...workspaceEndpoints,
  ...catalogEndpoints,
]);
