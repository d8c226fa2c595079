import type { BulkKind } from "~/server/generated/prisma/enums";
import { backfillSome } from "./backfill";
import type { BulkHandler } from "./handler";
import { rerunSome } from "./rerun";

/** Who does what kind of bulk work. */
export const HANDLERS: Record<BulkKind, BulkHandler> = { backfill: backfillSome, rerun: rerunSome };
