import { createRest } from "./app";
import { catalogEndpoints } from "./catalog-endpoints";
import { connectionEndpoints } from "./connection-endpoints";
import { fileEndpoints } from "./file-endpoints";
import { lifecycleEndpoints } from "./lifecycle-endpoints";
import { logEndpoints } from "./log-endpoints";
import { recipeEndpoints } from "./recipe-endpoints";

export const rest = createRest([
  ...connectionEndpoints,
  ...recipeEndpoints,
  ...fileEndpoints,
  ...lifecycleEndpoints,
  ...logEndpoints,
  ...catalogEndpoints,
]);
