import type { HonoRequest } from "hono";
import { z } from "zod";
import { AppError } from "~/server/errors";
import { flattenIssues } from "~/server/recipes/lint/schema";

const MAX_DEPTH = 100;

function invalid(message: string): AppError {
  return new AppError("invalid_input", message);
}

/** The query as one string a name. Throws `invalid_input` for what no database text can hold. */
export function readQuery(request: HonoRequest): Record<string, string> {
  const query = request.query();
  for (const [name, value] of Object.entries(query))
    if (value.includes("\0")) throw invalid(`${name}: must not contain a NUL character.`);
  return query;
}

/** The body's JSON; `{}` when there is none. Throws `invalid_input`, `unsupported_media_type`. */
export async function readJson(request: HonoRequest): Promise<unknown> {
  const text = await request.text();
  if (text.trim() === "") return {};
  if (!/^application\/([\w.-]+\+)?json\b/i.test(request.header("content-type") ?? ""))
    throw new AppError(
      "unsupported_media_type",
      'The body must be JSON. Send it with "Content-Type: application/json".',
    );
  const value = parse(text);
  checkValues(value);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const where = error instanceof SyntaxError ? ` ${error.message.replace(/^.*? in JSON /, "")}` : "";
    throw invalid(
      `The body is not valid JSON: look${where.startsWith(" at") ? where : " at its start and end"}.`,
    );
  }
}

/** Walks without recursion, so that no depth can break it. */
function checkValues(root: unknown): void {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH)
      throw invalid(`The body is nested deeper than ${MAX_DEPTH} levels. Make it flatter.`);
    if (level.some((value) => typeof value === "string" && value.includes("\0")))
      throw invalid("The body must not contain a NUL character (\\u0000).");
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
}

/** The message names the first field at fault; `details` names them all. */
export function invalidInput(error: z.ZodError): AppError {
  const details = flattenIssues(error).map(({ path, message }) => ({ path, message }));
  const [first] = details;
  const message = first ? `${first.path || "body"}: ${first.message}` : "The input is not valid.";
  return new AppError("invalid_input", message, details);
}

/** Thrown values as errors of ours. */
export function known(error: unknown): unknown {
  return error instanceof z.ZodError ? invalidInput(error) : error;
}
