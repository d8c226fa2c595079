import { z } from "zod";
import { randomToken } from "~/server/crypto";
import { env } from "~/server/env";

const Called = z.looseObject({ trigger: z.looseObject({ type: z.literal("webhook") }) });

/** Where a recipe's own address is. */
export function hookUrl(token: string): string {
  return `${env.APP_URL}/api/hooks/${token}`;
}

/** The column that a draft with a `webhook` trigger needs, once; whoever has its address keeps it over all versions. */
export function hookFor(definition: unknown, known: string | null): { hookToken?: string } {
  return known === null && Called.safeParse(definition).success ? { hookToken: randomToken() } : {};
}
