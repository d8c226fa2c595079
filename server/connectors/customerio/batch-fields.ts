import { z } from "zod";
import { AppError } from "~/server/errors";
import { Flag, JsonObject, optional, required } from "../fields";
import { eventId } from "./event-id";

const MAX_OPERATION = 32_000;
const MAX_REQUEST = 500_000;
const WITH_ID = ["event", "page", "screen"];

const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** Many Track operations at once. https://docs.customer.io/api/track/#operation/batch */
export const BatchInput = z.strictObject({
  operations: required(
    z
      .array(
        JsonObject().refine((operation) => size(operation) <= MAX_OPERATION, {
          error: "Customer.io takes at most 32 KB for one.",
        }),
      )
      .min(1)
      .max(10_000),
    {
      title: "Operations",
      description: "Each as Customer.io's entity call takes it: type, identifiers, action and so on.",
      examples: [
        [{ type: "person", identifiers: { id: "42" }, action: "identify", attributes: { plan: "pro" } }],
      ],
    },
  ),
  allow_failures: optional(Flag(), {
    title: "Go on when some are turned down",
    description: "The failed ones are in the answer; without this the step fails.",
    group: "more",
  }),
});

const Failure = z.object({ index: z.int(), reason: z.string(), message: z.string() });
type Failure = z.infer<typeof Failure>;

export const BatchOutput = z.object({ sent: z.int(), failed: z.array(Failure) });

type Operation = Record<string, unknown>;

/** The same operations; each event has an id of its own, so that Customer.io drops a repeated one. */
export function withIds(operations: readonly Operation[], key: string, eventTime: number): Operation[] {
  return operations.map((operation, index) =>
    WITH_ID.includes(String(operation.action)) && operation.id === undefined
      ? { ...operation, id: eventId(`${key}:${index}`, eventTime) }
      : operation,
  );
}

interface Part {
  from: number;
  operations: Operation[];
}

/** Requests of at most 500 KB; `from` is where a part begins in the whole. */
export function inParts(operations: readonly Operation[]): Part[] {
  const parts: Part[] = [];
  let bytes = 0;
  for (const [index, operation] of operations.entries()) {
    const added = size(operation) + 1;
    const last = parts.at(-1);
    if (!last || bytes + added > MAX_REQUEST - 100) {
      parts.push({ from: index, operations: [operation] });
      bytes = added;
    } else {
      last.operations.push(operation);
      bytes += added;
    }
  }
  return parts;
}

const Answer = z.object({
  errors: z
    .array(
      z.object({
        batch_index: z.int(),
        reason: z.string().default("unknown"),
        message: z.string().default("Customer.io did not say why."),
      }),
    )
    .optional(),
});

/** The failures that a 207 lists, counted from the beginning of the whole. */
export function failuresOf(answer: unknown, from: number): Failure[] {
  const { errors = [] } = Answer.parse(answer);
  return errors.map(({ batch_index, reason, message }) => ({ index: from + batch_index, reason, message }));
}

/** Throws `invalid_input` that names the first; repeating the whole is harmless, since each is. */
export function refuseFailures(failed: readonly Failure[], total: number): void {
  const [first] = failed;
  if (!first) return;
  const what = `${failed.length} of ${total} operations were turned down by Customer.io.`;
  throw new AppError("invalid_input", `${what} Operation ${first.index}: ${first.message} (${first.reason})`);
}
