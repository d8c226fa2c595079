import { z } from "zod";
import { OPERATOR_IDS } from "~/server/recipes/operators";
import { Trigger } from "~/server/recipes/trigger";

/** A step's name inside its recipe; templates say `steps.<id>.output`. */
const StepId = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_-]{0,39}$/,
    "Use a short name of letters, digits, _ and - that starts with a letter.",
  );

export interface Comparison {
  left: unknown;
  op: (typeof OPERATOR_IDS)[number];
  right?: unknown;
}
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Comparison;

const Comparison = z.strictObject({
  left: z.unknown(),
  op: z.enum(OPERATOR_IDS),
  right: z.unknown().optional(),
});

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
    Comparison as unknown as z.ZodType<Comparison>,
  ]),
);

const JsonObject = z.record(z.string(), z.unknown());

export const ActionStep = z.strictObject({
  id: StepId,
  kind: z.literal("action"),
  name: z.string().max(120).optional(),
  action: z.string(),
  /** Null while the draft has none. */
  connection: z.string().nullish(),
  input: JsonObject.default({}),
  /** Input path → value to use when its template finds nothing. */
  onMissing: JsonObject.optional(),
  onError: z.enum(["fail", "continue"]).default("fail"),
});

export const FilterStep = z.strictObject({
  id: StepId,
  kind: z.literal("filter"),
  name: z.string().max(120).optional(),
  when: Condition,
});

/** Waits for a duration (ISO 8601, or a template that yields one) or until a time, one of the two. */
export const DelayStep = z.strictObject({
  id: StepId,
  kind: z.literal("delay"),
  name: z.string().max(120).optional(),
  for: z.string().max(500).optional(),
  until: z.string().max(500).optional(),
});

/** Lets the first run with a key pass, and none after it within the window (ISO 8601). */
export const DedupeStep = z.strictObject({
  id: StepId,
  kind: z.literal("dedupe"),
  name: z.string().max(120).optional(),
  key: z.string().max(500),
  window: z.string().max(50).default("P1D"),
});

/** Ends the run here. */
export const StopStep = z.strictObject({
  id: StepId,
  kind: z.literal("stop"),
  name: z.string().max(120).optional(),
  status: z.enum(["succeeded", "filtered", "failed"]).default("succeeded"),
  message: z.string().max(500).optional(),
});

export interface BranchPath {
  id: string;
  name?: string | undefined;
  when: Condition;
  steps: Step[];
}
export interface BranchStep {
  id: string;
  kind: "branch";
  name?: string | undefined;
  paths: BranchPath[];
  otherwise?: Step[] | undefined;
}
export type ActionStep = z.infer<typeof ActionStep>;
export type FilterStep = z.infer<typeof FilterStep>;
export type DelayStep = z.infer<typeof DelayStep>;
export type DedupeStep = z.infer<typeof DedupeStep>;
export type StopStep = z.infer<typeof StopStep>;
export type Step = ActionStep | FilterStep | BranchStep | DelayStep | DedupeStep | StopStep;

const BranchStep: z.ZodType<BranchStep> = z.lazy(() =>
  z.strictObject({
    id: StepId,
    kind: z.literal("branch"),
    name: z.string().max(120).optional(),
    paths: z
      .array(
        z.strictObject({
          id: StepId,
          name: z.string().max(120).optional(),
          when: Condition,
          steps: z.array(Step),
        }),
      )
      .min(1)
      .max(20),
    otherwise: z.array(Step).optional(),
  }),
);

export const Step: z.ZodType<Step> = z.lazy(() =>
  z.union([ActionStep, FilterStep, BranchStep, DelayStep, DedupeStep, StopStep]),
) as z.ZodType<Step>;

/** The recipe as stored and exported (design, section 6). Drafts may be incomplete; `lint` says what publishing lacks. */
export const Definition = z.strictObject({
  version: z.literal(1),
  trigger: Trigger,
  steps: z.array(Step).max(200),
  settings: z.strictObject({ order: z.enum(["none"]).default("none") }).default({ order: "none" }),
});
export type Definition = z.infer<typeof Definition>;

/** One finding about a definition: where, how bad, in plain words, and what would mend it. */
export interface Problem {
  path: string;
  severity: "error" | "warning";
  message: string;
  fix?: string;
}
