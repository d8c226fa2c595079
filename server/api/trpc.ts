import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import { type CurrentUser, contextFor } from "~/server/auth/session";
import { AppError, ERROR_CODES, type PublicError, toPublicError } from "~/server/errors";
import type { Role } from "~/server/generated/prisma/enums";
import { log } from "~/server/log";
import { requireRole } from "~/server/services/context";

export interface ApiContext {
  user: CurrentUser | null;
  /** The visitor's network address, when our own server vouches for it. */
  address: string | null;
}

const t = initTRPC.context<ApiContext>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error }) => {
    const failure: PublicError | null = error.cause instanceof AppError ? toPublicError(error.cause) : null;
    return { ...shape, data: { ...shape.data, stack: undefined, failure } };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Maps every error once: known ones keep their message, the text of unknown ones stays in the log. */
const mapErrors = t.middleware(async ({ next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof AppError)
    throw new TRPCError({ code: ERROR_CODES[cause.code].trpc, message: cause.message, cause });
  if (result.error.code === "INTERNAL_SERVER_ERROR") {
    log.error({ err: cause ?? result.error, path }, "procedure failed");
    throw new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: toPublicError(cause).message });
  }
  return result;
});

export const publicProcedure = t.procedure.use(mapErrors);

export const userProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new AppError("unauthorized", "Sign in first.");
  return next({ ctx: { user: ctx.user } });
});

/** A procedure inside one workspace: the input names its slug; a stranger gets the same 404 as for one that is not there. */
export function workspaceProcedure(role: Role) {
  return userProcedure.input(z.object({ workspace: z.string() })).use(async ({ ctx, input, next }) => {
    const service = await contextFor(ctx.user, input.workspace);
    if (!service) throw new AppError("not_found", "There is no such workspace.");
    requireRole(service, role);
    return next({ ctx: { service } });
  });
}
