import { z } from "zod";
import type { RuleKind } from "~/server/services/notification/schemas";

/** A rule that a worker has claimed: nobody else looks at it meanwhile. */
export interface DueRule {
  workspaceId: string;
  id: string;
  kind: RuleKind;
  recipeId: string | null;
  channelId: string;
  channelKind: string;
  config: unknown;
  state: unknown;
  seenTo: Date;
  failures: number;
  lockedUntil: Date;
  slug: string;
  /** The database's time when it was claimed. */
  now: Date;
}

/** A rule with the span whose failures it looks at: after `from`, up to `to`. */
export interface Look extends DueRule {
  from: Date;
  to: Date;
}

/** What is to be told, before it has a key. */
export interface Draft {
  /** What tells it from the other messages of the same look. */
  about: string;
  title: string;
  text: string;
  /** The page below `/w/{slug}`. */
  page: string;
  recipe?: { id: string; name: string };
  /** The failed run that it is about; of several, the first. */
  runId?: string;
}

/** What came out of a look. */
export interface Decision {
  memory: unknown;
  messages: Draft[];
  /** When to look again although nothing fails. */
  lookAt?: number | undefined;
  /** Nobody looks before, whatever fails. */
  restUntil?: number | undefined;
  /** How far failures have been taken in; `look.to` unless it says less. */
  seenTo?: Date;
}

const Message = z.object({
  key: z.string(),
  title: z.string(),
  text: z.string(),
  page: z.string(),
  recipe: z.object({ id: z.string(), name: z.string() }).optional(),
  runId: z.string().optional(),
  madeAt: z.number(),
});
export type Message = z.infer<typeof Message>;

const State = z.object({
  /** Counts the looks that had something to tell, so that keys are never used twice. */
  turn: z.int().default(0),
  memory: z.unknown().optional(),
  /** What was decided and has still to be sent, in turn. */
  outbox: z.array(Message).default([]),
});
export type State = z.infer<typeof State>;

export const readState = (state: unknown): State => State.parse(state);
