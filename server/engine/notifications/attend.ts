import { toConnectorError } from "~/server/connectors/errors";
import { TransportError } from "~/server/connectors/transport-error";
import { sha256 } from "~/server/crypto";
import { POLICY } from "~/server/engine/limits";
import { env } from "~/server/env";
import { deliver } from "~/server/notify/deliver";
import { openChannel } from "~/server/services/channel/open";
import { systemContext } from "~/server/services/context";
import { findFailures } from "~/server/services/failure/read";
import type { RuleKind } from "~/server/services/notification/schemas";
import { keepRule, SETTLE_MS } from "./claim";
import { connection } from "./connection";
import { copiesFailures, copyFailures } from "./copy-failures";
import { digest } from "./digest";
import { errorRate } from "./error-rate";
import { everyN } from "./every-n";
import { firstFailure } from "./first-failure";
import { recovered } from "./recovered";
import { type Decision, type DueRule, type Look, type Message, readState, type State } from "./rule";

const HOLD_MS = 120_000;
const DAY_MS = 86_400_000;
/** The longest wait before a channel that takes nothing is tried again, as a place in the policy's delays. */
const SLOWEST = 5;

const DECIDE: Record<RuleKind, (look: Look, memory: unknown) => Promise<Decision>> = {
  first_failure: firstFailure,
  every_n: everyN,
  digest,
  error_rate: errorRate,
  recovered,
  connection,
};

/**
 * Looks at a claimed rule: decides what is to be told, keeps that with the rule, then sends it. What is kept is sent with the
 * same keys after a crash. A channel that takes nothing is tried again later, and holds up its own rule only.
 */
export async function attendTo(rule: DueRule): Promise<void> {
  const began = performance.now();
  const time = () => new Date(rule.now.getTime() + Math.round(performance.now() - began));
  let state = readState(rule.state);
  if (state.outbox.length === 0) {
    if (copiesFailures(rule)) return copy(rule, time);
    state = await decide(rule, state, time);
  }
  await send(rule, state, time);
}

const lookOf = (rule: DueRule): Look => {
  const settled = new Date(rule.now.getTime() - SETTLE_MS);
  return { ...rule, from: rule.seenTo, to: settled > rule.seenTo ? settled : rule.seenTo };
};
const holdUntil = (time: Date) => new Date(time.getTime() + HOLD_MS);

/** Takes in what failed; what it leads to is kept before anything is sent. */
async function decide(rule: DueRule, before: State, time: () => Date): Promise<State> {
  const look = lookOf(rule);
  const { memory, messages, lookAt, restUntil, seenTo } = await DECIDE[rule.kind](look, before.memory);
  const turn = messages.length > 0 ? before.turn + 1 : before.turn;
  const outbox = messages.map(({ about, ...message }) => ({
    ...message,
    key: `rule_${rule.id}_${turn}_${sha256(about).slice(0, 12)}`,
    madeAt: rule.now.getTime(),
  }));
  const state = { turn, memory, outbox };
  const rest = restUntil === undefined ? null : new Date(restUntil);
  await keepRule(
    rule,
    {
      state,
      seenTo: seenTo ?? look.to,
      dueAt: new Date(lookAt ?? rule.now.getTime() + DAY_MS),
      lockedUntil: outbox.length > 0 ? holdUntil(time()) : rest,
    },
    time(),
  );
  return state;
}

/** Sends what is kept, in turn, and gives the rule back. */
async function send(rule: DueRule, state: State, time: () => Date): Promise<void> {
  let left = state.outbox;
  for (const message of state.outbox) {
    try {
      await sendOne(rule, message);
    } catch (error) {
      return putOff(rule, { ...state, outbox: left }, error, time);
    }
    left = left.slice(1);
    const rest = { state: { ...state, outbox: left }, failures: 0, problem: null, told: true };
    await keepRule(rule, { ...rest, lockedUntil: left.length > 0 ? holdUntil(time()) : null }, time());
  }
}

async function sendOne(rule: DueRule, { page, runId, key, title, text, recipe }: Message): Promise<void> {
  const ctx = systemContext(rule.workspaceId);
  const channel = await openChannel(ctx, rule.channelId);
  const [failure] = await findFailures(rule.workspaceId, runId ? [runId] : []);
  await deliver(channel, {
    key,
    title,
    text,
    kind: rule.kind,
    link: `${env.APP_URL}/w/${rule.slug}/${page}`,
    ...(recipe ? { recipe } : {}),
    ...(runId ? { run: { id: runId } } : {}),
    ...(failure ? { failure } : {}),
  });
}

/** Comes back later. What could not be told within a day is old news. */
async function putOff(rule: DueRule, state: State, error: unknown, time: () => Date): Promise<void> {
  const { kind, message, retryAfterMs = 0 } = toConnectorError(error);
  // What the network's own errors say ("fetch failed") tells nobody anything.
  const isBare = kind === "network" && !(error instanceof TransportError);
  const problem = isBare ? "The channel's address could not be reached." : message;
  const delay = POLICY.retryDelays[Math.min(rule.failures, SLOWEST)] ?? 0;
  const now = time();
  await keepRule(
    rule,
    {
      state: { ...state, outbox: state.outbox.filter(({ madeAt }) => madeAt > now.getTime() - DAY_MS) },
      dueAt: new Date(now.getTime() + Math.max(delay * 1_000, Math.min(retryAfterMs, DAY_MS))),
      failures: rule.failures + 1,
      problem,
      lockedUntil: null,
    },
    now,
  );
}

async function copy(rule: DueRule, time: () => Date): Promise<void> {
  const look = lookOf(rule);
  const stay = () => keepRule(rule, { lockedUntil: holdUntil(time()) }, time());
  try {
    const count = await copyFailures(look, stay);
    const done = {
      seenTo: look.to,
      dueAt: new Date(rule.now.getTime() + DAY_MS),
      failures: 0,
      problem: null,
    };
    await keepRule(rule, { ...done, told: count > 0, lockedUntil: null }, time());
  } catch (error) {
    await putOff(rule, readState(rule.state), error, time);
  }
}
