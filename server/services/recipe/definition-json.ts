import { AppError } from "~/server/errors";
import type { Prisma } from "~/server/generated/prisma/client";

const MAX_BYTES = 512 * 1024;

/** A draft may be incomplete, but it is an object of bearable size. Throws `invalid_input`. */
export function definitionJson(definition: unknown): Prisma.InputJsonObject {
  if (typeof definition !== "object" || definition === null || Array.isArray(definition)) {
    throw new AppError("invalid_input", "definition: must be an object with version, trigger and steps.");
  }
  if (JSON.stringify(definition).length > MAX_BYTES)
    throw new AppError("invalid_input", "definition: is larger than 512 KB.");
  return definition as Prisma.InputJsonObject;
}
