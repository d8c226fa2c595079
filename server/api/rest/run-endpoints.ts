import { cancelRun } from "~/server/services/run/cancel";
import { CheckInput, checkOutcome, OutcomeView } from "~/server/services/run/check-outcome";
import { DecideInput, decideOutcome } from "~/server/services/run/decide-outcome";
import { rerunRun } from "~/server/services/run/rerun";
import { previewRerun } from "~/server/services/run/rerun/preview";
import { RerunInput, RerunPreview, RerunView } from "~/server/services/run/rerun/schemas";
import { RunStatusView } from "~/server/services/run/schemas";
import { type Endpoint, endpoint, Id } from "./endpoint";

/** What may be done about one run. */
export const runEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "post",
    path: "/runs/{id}/rerun",
    tag: "Runs",
    summary: "Run an ended run again",
    description:
      "What is done is taken over. A step that sent or made something in an earlier run of the lineage is not done again, whatever is asked, unless `repeat` names it.",
    status: 202,
    params: Id,
    body: RerunInput.omit({ id: true }),
    answer: RerunView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params, body }) => rerunRun(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "post",
    path: "/runs/{id}/rerun/preview",
    tag: "Runs",
    summary: "Say what running it again would do",
    description: "Step by step: what is taken over, run, done once more, or done already. Changes nothing.",
    params: Id,
    body: RerunInput.omit({ id: true }),
    answer: RerunPreview,
    failures: ["conflict"],
    run: (ctx, { params, body }) => previewRerun(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "post",
    path: "/runs/{id}/cancel",
    tag: "Runs",
    summary: "Cancel a run that is queued, waiting or held",
    params: Id,
    answer: RunStatusView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params }) => cancelRun(ctx, params),
  }),
  endpoint({
    method: "post",
    path: "/runs/{id}/outcome/check",
    tag: "Runs",
    summary: "Ask the vendor whether a step whose answer was lost was done",
    params: Id,
    body: CheckInput.omit({ id: true }),
    answer: OutcomeView,
    failures: ["forbidden", "conflict", "connection_rejected"],
    run: (ctx, { params, body }) => checkOutcome(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "post",
    path: "/runs/{id}/outcome",
    tag: "Runs",
    summary: "Decide whether a step whose answer was lost was done",
    description: "The run then goes on: after the step, or with the step done again.",
    params: Id,
    body: DecideInput.omit({ id: true }),
    answer: RunStatusView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params, body }) => decideOutcome(ctx, { ...body, ...params }),
  }),
];
