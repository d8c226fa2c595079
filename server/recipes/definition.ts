import { z } from "zod";
import { OPERATOR_IDS } from "~/server/recipes/operators";
import { Retry } from "~/server/recipes/retry";
import { Settings } from "~/server/recipes/settings";
import { Trigger } from "~/server/recipes/trigger-schema";

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
const Name = z.string().max(120).optional();
/** An interface, because a type alias could not refer to itself through the schemas below. */
interface Steps extends Array<Step> {}
const StepList: z.ZodType<Steps> = z.lazy(() => z.array(Step));

/** What happens when a step has failed for good: the run fails, goes on without it, or takes the fallback first. */
export type ErrorPolicy = z.infer<typeof ErrorPolicy>;
const ErrorPolicy = z
  .union([z.enum(["fail", "continue"]), z.strictObject({ goto: StepList })])
  .default("fail");

/** What every step has that fills in templates and may fail. */
const calling = {
  id: StepId,
  name: Name,
  /** Input path → value to use when its template finds nothing. */
  onMissing: JsonObject.optional(),
  /** When a template finds nothing and has no fallback: leave that field out, pass over the step, or fail it. */
  whenMissing: z.enum(["leave_out", "skip", "fail"]).optional(),
  onError: ErrorPolicy,
  /** When it is tried again after a failure that may pass. */
  retry: Retry.optional(),
};

/** Null while the draft has none. */
const Connection = z.string().nullish();

export const ActionStep = z.strictObject({
  ...calling,
  kind: z.literal("action"),
  action: z.string(),
  connection: Connection,
  input: JsonObject.default({}),
});

/** Looks for something with an action that only reads, and goes one way for one match, none, or many. */
export const LookupStep = z.strictObject({
  ...calling,
  kind: z.literal("lookup"),
  action: z.string(),
  connection: Connection,
  input: JsonObject.default({}),
  found: StepList.optional(),
  none: StepList.optional(),
  /** Several matches: fail (unless said otherwise), take the first as found, or a path of their own. */
  many: z.union([z.enum(["fail", "first"]), StepList]).optional(),
});

/** One request to any public address. The credentials come from a connection of the app `http`. */
export const HttpStep = z.strictObject({
  ...calling,
  kind: z.literal("http"),
  method: z
    .string()
    .regex(/^[A-Z]{1,20}$/, "Use a method like GET or POST.")
    .default("GET"),
  url: z.string().max(4000),
  query: JsonObject.optional(),
  headers: JsonObject.optional(),
  connection: Connection,
  /** How `body` is sent; without a body nothing is. */
  bodyType: z.enum(["json", "form", "raw"]).optional(),
  body: z.unknown().optional(),
  /** ISO 8601, at most two minutes. */
  timeout: z.string().max(50).optional(),
  /** Whether a status of 400 and more fails the step. */
  accept: z.enum(["success", "any"]).optional(),
  /** Whether a request whose answer was lost may be sent again; by its method unless said. */
  repeat: z.enum(["safe", "unsafe"]).optional(),
});

/** JavaScript in a sandbox: the body of an async function of `input`; what it returns is the output. */
export const CodeStep = z.strictObject({
  ...calling,
  kind: z.literal("code"),
  source: z.string().max(100_000),
  input: JsonObject.default({}),
});

/** Tells somebody of the team through one of the workspace's channels. */
export const NotifyStep = z.strictObject({
  ...calling,
  kind: z.literal("notify"),
  channel: z.string().nullish(),
  title: z.string().max(500).optional(),
  message: z.string().max(10_000),
});

export const FilterStep = z.strictObject({
  id: StepId,
  kind: z.literal("filter"),
  name: Name,
  when: Condition,
});

/** Waits for a duration (ISO 8601, or a template that yields one) or until a time, one of the two. */
export const DelayStep = z.strictObject({
  id: StepId,
  kind: z.literal("delay"),
  name: Name,
  for: z.string().max(500).optional(),
  until: z.string().max(500).optional(),
});

/** Lets the first run with a key pass, and none after it within the window (ISO 8601). */
export const DedupeStep = z.strictObject({
  id: StepId,
  kind: z.literal("dedupe"),
  name: Name,
  key: z.string().max(500),
  window: z.string().max(50).default("P1D"),
});

/** Ends the run here. */
export const StopStep = z.strictObject({
  id: StepId,
  kind: z.literal("stop"),
  name: Name,
  status: z.enum(["succeeded", "filtered", "failed"]).default("succeeded"),
  message: z.string().max(500).optional(),
});

export const MOST_LOOP_ITEMS = 10_000;

/** Does its steps once for each item of a list; a filter inside passes over the item, an error policy is each item's. */
export const LoopStep = z.strictObject({
  id: StepId,
  kind: z.literal("loop"),
  name: Name,
  /** A list, or a template that yields one. */
  over: z.unknown(),
  /** Items under way at once. */
  concurrency: z.int().min(1).max(20).default(1),
  /** A longer list fails the step: nothing is left out silently. */
  limit: z.int().min(1).max(MOST_LOOP_ITEMS).default(1000),
  steps: StepList,
  /** Filled in at the end of each item; the results are `output.items`. */
  collect: z.unknown().optional(),
  onError: ErrorPolicy,
});

export const BranchStep = z.strictObject({
  id: StepId,
  kind: z.literal("branch"),
  name: Name,
  paths: z
    .array(z.strictObject({ id: StepId, name: Name, when: Condition, steps: StepList }))
    .min(1)
    .max(20),
  otherwise: StepList.optional(),
});

export type ActionStep = z.infer<typeof ActionStep>;
export type LookupStep = z.infer<typeof LookupStep>;
export type HttpStep = z.infer<typeof HttpStep>;
export type CodeStep = z.infer<typeof CodeStep>;
export type NotifyStep = z.infer<typeof NotifyStep>;
export type FilterStep = z.infer<typeof FilterStep>;
export type DelayStep = z.infer<typeof DelayStep>;
export type DedupeStep = z.infer<typeof DedupeStep>;
export type StopStep = z.infer<typeof StopStep>;
export type LoopStep = z.infer<typeof LoopStep>;
export type BranchStep = z.infer<typeof BranchStep>;
export type BranchPath = BranchStep["paths"][number];
export type CallingStep = ActionStep | LookupStep | HttpStep | CodeStep | NotifyStep;
export type Step = CallingStep | FilterStep | DelayStep | DedupeStep | StopStep | LoopStep | BranchStep;

export const Step: z.ZodType<Step> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    ActionStep,
    LookupStep,
    HttpStep,
    CodeStep,
    NotifyStep,
    FilterStep,
    DelayStep,
    DedupeStep,
    StopStep,
    LoopStep,
    BranchStep,
  ]),
) as z.ZodType<Step>;

/** The recipe as stored and exported (design, section 6). Drafts may be incomplete; `lint` says what publishing lacks. */
export const Definition = z.strictObject({
  version: z.literal(1),
  trigger: Trigger,
  steps: z.array(Step).max(200),
  settings: Settings.default({ order: "none" }),
});
export type Definition = z.infer<typeof Definition>;

/** One finding about a definition: where, how bad, in plain words, and what would mend it. */
export interface Problem {
  path: string;
  severity: "error" | "warning";
  message: string;
  fix?: string;
  /** What would mend it at once, when that is certain. */
  repair?: Repair;
}

/** A change of the definition that a person can take with one click. */
export interface Repair {
  /** What the button says. */
  label: string;
  /** Where (as a problem's path), and the value to put there; without one, what is there goes. */
  edits: { path: string; value?: unknown }[];
}
