import { z } from "zod";
import { CHOICE_KINDS } from "~/server/connectors/choices/choices";

const error = "must be a whole number from 1 to 100; follow nextCursor for more.";

const Kind = z
  .enum(CHOICE_KINDS, { error: `must be one of ${CHOICE_KINDS.join(", ")}.` })
  .meta({ description: "What to list. A field's JSON Schema names it as `choices`." });

/** What may be asked of a connection's list. */
export const ListChoicesInput = z.strictObject({
  kind: Kind,
  search: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "Words that must all be in the name, the hint or the id." }),
  cursor: z.string().min(1).max(300).optional().meta({ description: "The `nextCursor` of the page before." }),
  limit: z.coerce
    .number({ error })
    .int({ error })
    .min(1, { error })
    .max(100, { error })
    .default(50)
    .meta({ description: "How many to answer at most." }),
  refresh: z
    .union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")], {
      error: 'must be "true" or "false".',
    })
    .default(false)
    .meta({ description: "Asks the vendor again instead of using what was read in the last minutes." }),
});

export const FindChoiceInput = z.strictObject({ kind: Kind, value: z.string().min(1).max(300) });

/** One thing of the account that a field can name. */
export const ChoiceView = z.object({ id: z.string(), label: z.string(), hint: z.string().optional() });
