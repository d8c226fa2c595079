import { z } from "zod";
import { timeAfter } from "~/server/recipes/filters/time";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** `PT1H` in milliseconds; NaN for what is no duration. */
export function spanMs(duration: string): number {
  return timeAfter("1970-01-01T00:00:00Z", duration) ?? Number.NaN;
}

const Recipe = z
  .uuid({ error: "is no recipe's id." })
  .nullable()
  .default(null)
  .meta({ description: "Only failures of this recipe; of all recipes when left out." });
const span = (least: number, most: number, words: string) =>
  z
    .string()
    .refine((text) => spanMs(text) >= least && spanMs(text) <= most, {
      error: `must be a duration like PT15M or P1D, ${words}.`,
    })
    .meta({ description: `An ISO 8601 duration, ${words}.` });
const whole = (least: number, most: number) => z.int().min(least).max(most);

/** What each kind of rule is set up with. */
export const RULE_CONFIGS = {
  first_failure: z.strictObject({}),
  every_n: z.strictObject({
    every: whole(1, 100_000).meta({
      description:
        "After how many failures; at most one message in ten minutes. With 1 and a database channel, every failure gets a row.",
    }),
  }),
  digest: z.strictObject({ each: span(10 * MINUTE, 31 * DAY, "ten minutes to a month") }),
  error_rate: z.strictObject({
    percent: whole(1, 100).meta({ description: "Of the runs that succeeded or failed." }),
    within: span(MINUTE, DAY, "a minute to a day"),
    atLeast: whole(1, 1_000_000).meta({ description: "Fewer runs than this say nothing about a rate." }),
  }),
  recovered: z.strictObject({}),
  connection: z.strictObject({}),
};
export type RuleKind = keyof typeof RULE_CONFIGS;
export const RULE_KINDS = Object.keys(RULE_CONFIGS) as RuleKind[];

const Nothing = z.strictObject({}).default({});
const common = { channelId: z.uuid({ error: "is no channel's id." }), isOn: z.boolean().default(true) };

/** `POST /api/v1/notifications`. */
export const CreateRuleInput = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("first_failure"), ...common, recipeId: Recipe, config: Nothing }),
    z.strictObject({ kind: z.literal("every_n"), ...common, recipeId: Recipe, config: RULE_CONFIGS.every_n }),
    z.strictObject({ kind: z.literal("digest"), ...common, recipeId: Recipe, config: RULE_CONFIGS.digest }),
    z.strictObject({
      kind: z.literal("error_rate"),
      ...common,
      recipeId: Recipe,
      config: RULE_CONFIGS.error_rate,
    }),
    z.strictObject({ kind: z.literal("recovered"), ...common, recipeId: Recipe, config: Nothing }),
    z.strictObject({ kind: z.literal("connection"), ...common, config: Nothing }),
  ],
  { error: `must be one of ${RULE_KINDS.join(", ")}.` },
);
export type CreateRuleInput = z.input<typeof CreateRuleInput>;

/** What is not named stays as it is; the kind always does. */
export const UpdateRuleInput = z.strictObject({
  id: z.string(),
  channelId: common.channelId.optional(),
  recipeId: z.uuid({ error: "is no recipe's id." }).nullable().optional(),
  config: z.record(z.string(), z.unknown()).optional().meta({ description: "As the rule's kind takes it." }),
  isOn: z.boolean().optional(),
});
export type UpdateRuleInput = z.infer<typeof UpdateRuleInput>;

export const RuleView = z.object({
  id: z.string(),
  kind: z.enum(RULE_KINDS),
  channel: z.object({ id: z.string(), kind: z.string(), name: z.string() }),
  recipe: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .meta({ description: "Null: all recipes." }),
  config: z.record(z.string(), z.unknown()),
  isOn: z.boolean(),
  lastToldAt: z.iso.datetime().nullable(),
  problem: z.string().nullable().meta({ description: "Why its last message could not be delivered." }),
  createdAt: z.iso.datetime(),
});
export type RuleView = z.infer<typeof RuleView>;
