import { z } from "zod";
import type { ErrorCode } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";

interface Spec<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> {
  method: "get" | "post" | "patch" | "delete";
  /** Below `/api/v1`, with `{id}` for a parameter. */
  path: string;
  tag:
    | "Connections"
    | "Channels"
    | "Recipes"
    | "Events"
    | "Runs"
    | "Failures"
    | "Operations"
    | "Notifications"
    | "Workspace"
    | "Catalog";
  summary: string;
  description?: string;
  status?: 200 | 201 | 202 | 204;
  /** The types of a text answer; `run` answers a `TextAnswer`. JSON otherwise. */
  media?: readonly string[];
  params?: Params;
  query?: Query;
  body?: Body;
  answer: Answer;
  /** What it may answer besides the errors that every call has. */
  failures?: readonly ErrorCode[];
  run(
    ctx: ServiceContext,
    input: { params: z.output<Params>; query: z.output<Query>; body: z.output<Body> },
  ): Promise<z.input<Answer>>;
}

/** A file as an answer, whole or read while it is sent. */
export const TextAnswer = z.object({
  type: z.string(),
  fileName: z.string(),
  text: z.union([z.string(), z.custom<AsyncIterable<string>>()]),
});
export type TextAnswer = z.infer<typeof TextAnswer>;

/** What arrived, before it is checked. */
export interface RawInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** One call of the contract with its types erased, as routing and documentation need it. */
export interface Endpoint
  extends Omit<Spec<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>, "run" | "status"> {
  status: 200 | 201 | 202 | 204;
  /** Checks the input and calls the verb. Throws `ZodError` and what the verb throws. */
  handle(ctx: ServiceContext, raw: RawInput): Promise<unknown>;
}

const NoQuery = z.strictObject({});

/** `{id}` of a path. An id that was never given out is simply not found. */
export const Id = z.strictObject({ id: z.string() });

/** Declares one call: its input, its answer, and the verb behind it. */
export function endpoint<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>({ run, ...spec }: Spec<Params, Query, Body, Answer>): Endpoint {
  const { params, query, body, status = 200 } = spec;
  return {
    ...spec,
    status,
    handle: async (ctx, raw) => {
      // An absent part has no schema and no reader: the cast says what the types of `run` already say.
      const input = {
        params: params?.parse(raw.params),
        query: (query ?? NoQuery).parse(raw.query),
        body: body?.parse(raw.body),
      } as Parameters<typeof run>[1];
      return run(ctx, input);
    },
  };
}
