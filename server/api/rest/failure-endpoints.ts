import { z } from "zod";
import { BulkStarted } from "~/server/services/bulk/schemas";
import { assignFailures } from "~/server/services/failure/assign";
import { getFailure } from "~/server/services/failure/get";
import { listFailures } from "~/server/services/failure/list";
import { rerunFailures } from "~/server/services/failure/rerun";
import { resolveFailures } from "~/server/services/failure/resolve";
import {
  Assign,
  FailureGroup,
  FailureView,
  GetFailureInput,
  ListFailuresInput,
  RerunGroup,
  Snooze,
  Touched,
} from "~/server/services/failure/schemas";
import { snoozeFailures } from "~/server/services/failure/snooze";
import { type Endpoint, endpoint } from "./endpoint";
import { pageSchema } from "./paging";

const Key = z.strictObject({ key: z.string() });
const keysOf = ({ key }: z.infer<typeof Key>) => ({ keys: [key] });

/** The inbox: failures that somebody has to look at, grouped by cause. */
export const failureEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "get",
    path: "/failures",
    tag: "Failures",
    summary: "List failures grouped by cause, newest first",
    query: ListFailuresInput,
    answer: pageSchema(FailureGroup),
    run: (ctx, { query }) => listFailures(ctx, query),
  }),
  endpoint({
    method: "get",
    path: "/failures/{key}",
    tag: "Failures",
    summary: "Read one cause with its open runs",
    params: Key,
    query: GetFailureInput.omit({ key: true }),
    answer: FailureView,
    run: (ctx, { params, query }) => getFailure(ctx, { ...query, ...params }),
  }),
  endpoint({
    method: "post",
    path: "/failures/{key}/resolve",
    tag: "Failures",
    summary: "Take all runs of a cause out of the inbox",
    params: Key,
    answer: Touched,
    failures: ["forbidden"],
    run: async (ctx, { params }) => {
      const { count } = await resolveFailures(ctx, keysOf(params));
      return { count };
    },
  }),
  endpoint({
    method: "post",
    path: "/failures/{key}/assign",
    tag: "Failures",
    summary: "Give a cause to a member of the workspace",
    params: Key,
    body: Assign,
    answer: Touched,
    failures: ["forbidden"],
    run: (ctx, { params, body }) => assignFailures(ctx, { ...keysOf(params), ...body }),
  }),
  endpoint({
    method: "post",
    path: "/failures/{key}/snooze",
    tag: "Failures",
    summary: "Hide a cause for a while, or bring it back",
    params: Key,
    body: Snooze,
    answer: Touched.extend({ until: z.iso.datetime().nullable() }),
    failures: ["forbidden"],
    run: (ctx, { params, body }) => snoozeFailures(ctx, { ...keysOf(params), ...body }),
  }),
  endpoint({
    method: "post",
    path: "/failures/{key}/rerun",
    tag: "Failures",
    summary: "Run everything again that failed with a cause",
    description: "Answers at once; `GET /operations/{id}` says how far it has got.",
    status: 202,
    params: Key,
    body: RerunGroup,
    answer: BulkStarted,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params, body }) => rerunFailures(ctx, { ...keysOf(params), ...body }),
  }),
];
