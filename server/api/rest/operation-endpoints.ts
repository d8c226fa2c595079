import { cancelOperation } from "~/server/services/bulk/cancel";
import { getOperation } from "~/server/services/bulk/get";
import { listOperations } from "~/server/services/bulk/list";
import { pauseOperation } from "~/server/services/bulk/pause";
import { rerunRuns } from "~/server/services/bulk/rerun-runs";
import { resumeOperation } from "~/server/services/bulk/resume";
import {
  BulkStarted,
  ListOperationsInput,
  OperationView,
  RerunRunsInput,
} from "~/server/services/bulk/schemas";
import { type Endpoint, endpoint, Id } from "./endpoint";
import { pageSchema } from "./paging";

/** Much work at once, that is done little by little. */
export const operationEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "post",
    path: "/runs/rerun",
    tag: "Runs",
    summary: "Run many runs again, little by little",
    description:
      "Of each lineage the newest run; unless the filter says otherwise those that failed and that nobody took care of. `GET /operations/{operationId}` says how far it has got.",
    status: 202,
    body: RerunRunsInput,
    answer: BulkStarted,
    failures: ["forbidden"],
    run: (ctx, { body }) => rerunRuns(ctx, body),
  }),
  endpoint({
    method: "get",
    path: "/operations",
    tag: "Operations",
    summary: "List bulk work, newest first",
    query: ListOperationsInput,
    answer: pageSchema(OperationView),
    run: (ctx, { query }) => listOperations(ctx, query),
  }),
  endpoint({
    method: "get",
    path: "/operations/{id}",
    tag: "Operations",
    summary: "Read how far bulk work has got",
    params: Id,
    answer: OperationView,
    run: (ctx, { params }) => getOperation(ctx, params),
  }),
  endpoint({
    method: "post",
    path: "/operations/{id}/pause",
    tag: "Operations",
    summary: "Pause bulk work: nothing new begins",
    params: Id,
    answer: OperationView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params }) => pauseOperation(ctx, params),
  }),
  endpoint({
    method: "post",
    path: "/operations/{id}/resume",
    tag: "Operations",
    summary: "Go on with paused or failed bulk work",
    params: Id,
    answer: OperationView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params }) => resumeOperation(ctx, params),
  }),
  endpoint({
    method: "post",
    path: "/operations/{id}/cancel",
    tag: "Operations",
    summary: "Cancel bulk work: what is left is not done",
    params: Id,
    answer: OperationView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params }) => cancelOperation(ctx, params),
  }),
];
