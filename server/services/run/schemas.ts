import { z } from "zod";
import { PageInput, ShownInput } from "~/server/services/page";
import { RUN_MODES, RUN_STATUSES } from "./kinds";

/** What one attempt sent and got; secrets are masked before it is stored. */
export const CapturedRequest = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
  response: z
    .object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.unknown() })
    .nullable(),
  durationMs: z.number(),
  /** True when the request was built but not sent. */
  dryRun: z.boolean(),
});
export type CapturedRequest = z.infer<typeof CapturedRequest>;

export const ErrorView = z.object({
  code: z.string(),
  message: z.string(),
  /** What a person can do about it. */
  remedy: z.string().optional(),
  /** The HTTP status of the answer that it is about. */
  status: z.int().optional(),
  /** The step that ended the run, as `steps` names it. */
  step: z.string().optional(),
});
export type ErrorView = z.infer<typeof ErrorView>;

export const AttemptView = z.object({
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  /** The HTTP status of the last answer. */
  status: z.int().optional(),
  error: ErrorView.optional(),
  requests: z.array(CapturedRequest),
  /** What the user's code wrote to its console. */
  logs: z.array(z.string()).optional(),
});
export type AttemptView = z.infer<typeof AttemptView>;

export const StepRunView = z.object({
  path: z.string(),
  kind: z.string(),
  action: z.string().optional(),
  status: z.enum(["running", "waiting", "succeeded", "filtered", "failed", "outcome_unknown", "skipped"]),
  input: z.unknown(),
  output: z.unknown(),
  error: ErrorView.optional(),
  attempts: z.array(AttemptView),
  /** The earlier run that did it; this one took it over. */
  reusedFrom: z.string().optional(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type StepRunView = z.infer<typeof StepRunView>;

export const RunSummary = z.object({
  id: z.string(),
  recipeId: z.string(),
  recipeName: z.string(),
  /** Null for a test of the draft. */
  version: z.int().nullable(),
  mode: z.enum(["live", "shadow", "test"]),
  dryRun: z.boolean(),
  status: z.enum(RUN_STATUSES),
  event: z.object({ id: z.string(), externalId: z.string(), type: z.string() }),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  nextAttemptAt: z.iso.datetime().nullable(),
  /** What it waits for: `retry`, `delay`, `bucket:<name>`, `connection`, `workspace`. */
  waitingFor: z.string().nullable(),
  /** The run that this one runs again. */
  rerunOf: z.string().nullable(),
  /** The first run of its lineage; itself when it is. */
  rootRunId: z.string(),
  error: ErrorView.optional(),
});
export type RunSummary = z.infer<typeof RunSummary>;

/** What became of a run that somebody acted on. */
export const RunStatusView = z.object({ id: z.string(), status: z.enum(RUN_STATUSES) });
export type RunStatusView = z.infer<typeof RunStatusView>;

/** One of the runs that ran the same thing again. */
export const LineageRun = z.object({
  id: z.string(),
  status: z.enum(RUN_STATUSES),
  version: z.int().nullable(),
  createdAt: z.iso.datetime(),
});
export type LineageRun = z.infer<typeof LineageRun>;

export const RunView = RunSummary.extend({
  steps: z.array(StepRunView),
  /** The run and all that ran it again, oldest first. */
  lineage: z.array(LineageRun),
});
export type RunView = z.infer<typeof RunView>;

/** Which runs are meant; what is left out does not matter. */
const RunFilter = z.object({
  recipeId: z.uuid().optional(),
  status: z.enum(RUN_STATUSES).optional(),
  eventId: z.uuid().optional(),
  eventType: z.string().min(1).max(255).optional(),
  connectionId: z.uuid().optional().meta({ description: "Only runs of events that came through it." }),
  mode: z.enum(RUN_MODES).optional(),
  waitingFor: z.string().min(1).max(100).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional().meta({ description: "Only runs that began before." }),
  q: z.string().trim().max(200).optional().meta({
    description:
      "A run's or an event's id, a customer's or an object's id at Stripe, the beginning of a customer's e-mail, or words of an error message.",
  }),
});
export type RunFilter = z.infer<typeof RunFilter>;

export const ListRunsInput = PageInput.extend(RunFilter.shape);

/** What has changed in a list that somebody looks at. */
export const RunChangesInput = RunFilter.extend(ShownInput.shape).extend({
  /** Those shown that may still change. */
  open: z.array(z.uuid()).max(500),
});

export const HistogramInput = RunFilter.omit({ since: true, until: true }).extend({
  since: z.iso.datetime({ offset: true }),
  until: z.iso.datetime({ offset: true }),
  bins: z.int().min(1).max(120),
});
