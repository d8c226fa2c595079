import type { BulkKind } from "~/server/generated/prisma/enums";

/** A piece of bulk work, as the handler of its kind gets it. */
export interface BulkWork {
  workspaceId: string;
  id: string;
  kind: BulkKind;
  /** What it works on, as it was asked for. */
  input: unknown;
  /** Where the handler said it had got to; null at the beginning. */
  cursor: unknown;
  total: number;
  done: number;
  skipped: number;
  author: string;
  createdAt: Date;
}

/** What one turn came to. */
export interface BulkTurn {
  cursor: unknown;
  /** Done and skipped in this turn. */
  done: number;
  skipped: number;
  finished: boolean;
  /** A better count of all there is to do, once it is known. */
  total?: number;
  /** What a person should know of it, in plain words: why some of it was skipped. Shown until the next turn says otherwise. */
  problem?: string | null;
}

/**
 * Does at most `limit` of the work and says where it got to. Its cursor is written after the turn, so that a turn that was cut
 * off is done again: doing the same piece twice must change nothing, and count the same. An `AppError` ends the operation
 * as failed, with its message; after any other error the same turn is tried again a little later.
 */
export type BulkHandler = (work: BulkWork, limit: number) => Promise<BulkTurn>;
