import { prisma } from "~/server/db";
import { tellDueRules } from "~/server/engine/notifications/notifier";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";

interface Ended {
  recipeId: string;
  at: Date;
  count?: number;
  /** Runs that ended so belong to so many causes in turn. */
  causes?: number;
  cause?: string;
  status?: "failed" | "outcome_unknown" | "succeeded";
  message?: string;
}

const MINUTE = 60_000;

/** A recipe with an event, and runs of it that ended when a test says, by SQL: ten thousand take a second. */
export async function failingRecipe(ctx: ServiceContext, name = "New customer") {
  const { workspaceId, db } = ctx;
  const { id: recipeId } = await createRecipe(ctx, { name, definition: {} });
  const { id: eventId } = await db.event.create({
    data: {
      workspaceId,
      originId: recipeId,
      externalId: `evt_${recipeId}`,
      type: "customer.created",
      source: "webhook",
      fate: "ran",
      payload: {},
      occurredAt: new Date(),
    },
  });
  const end = ({
    at,
    count = 1,
    causes = 1,
    cause = "c",
    status = "failed",
    message,
  }: Omit<Ended, "recipeId">) =>
    db.$executeRaw`
      INSERT INTO "Run" ("workspaceId", "id", "recipeId", "eventId", "sequence", "rootRunId", "status", "error", "failureKey", "finishedAt", "createdAt")
      SELECT ${workspaceId}::uuid, gen_random_uuid(), ${recipeId}::uuid, ${eventId}::uuid,
        n + coalesce((SELECT max("sequence") FROM "Run" WHERE "recipeId" = ${recipeId}::uuid), 0), gen_random_uuid(), ${status}::"RunStatus",
        CASE WHEN ${status} = 'succeeded' THEN NULL ELSE json_build_object('code', 'http_500', 'step', 'person',
          'message', coalesce(${message ?? null}, 'Customer.io answered 500.'), 'remedy', 'Run it again.') END,
        CASE WHEN ${status} = 'succeeded' THEN NULL ELSE md5(${recipeId} || ${cause} || (n % ${causes})) END, ${at}, ${at}
      FROM generate_series(1, ${count}::int) AS n`;
  return { recipeId, name, end };
}

/** Looks at all rules as workers would do at that moment, until there is nothing to do. */
export async function tellAt(at: Date): Promise<void> {
  for (let looks = 0; looks < 20 && (await tellDueRules(at)) > 0; looks += 1);
}

/** Minutes from now on: rules look at what fails after they were made. */
export function timeline() {
  const start = Date.now() + MINUTE;
  return (minutes: number) => new Date(start + minutes * MINUTE);
}

/** The mails that rules sent, or one of them, oldest first. */
export function mailsOf({ workspaceId }: ServiceContext, ruleId = "") {
  return prisma().mail.findMany({
    where: { workspaceId, key: { startsWith: `rule_${ruleId}` } },
    orderBy: { createdAt: "asc" },
    select: { subject: true, text: true, key: true },
  });
}
