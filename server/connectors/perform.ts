import type { Action, Call, Clients } from "./define";

type Operation = (client: unknown, input: unknown, call: Call) => Promise<unknown>;

/**
 * Performs an action: what an earlier call has already made is found and returned, everything else is done now.
 * Throws what the SDK throws. The catalog's union has lost the pairing of app and client; the caller restored it.
 */
export async function performAction(
  action: Action,
  client: Clients[keyof Clients],
  input: unknown,
  call: Call,
): Promise<unknown> {
  const wantsNew = (input as { if_exists?: string }).if_exists === "create";
  const lookup = wantsNew ? undefined : (action.lookup as Operation | undefined);
  return (await lookup?.(client, input, call)) ?? (action.run as Operation)(client, input, call);
}
