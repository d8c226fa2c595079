import type { BulkKind } from "~/server/generated/prisma/enums";
import { backfillSome } from "./backfill";
import type { BulkHandler } from "./handler";

/** Who does what kind of bulk work. */
export const HANDLERS: Partial<Record<BulkKind, BulkHandler>> = { backfill: backfillSome };
