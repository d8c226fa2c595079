import type { Draft } from "~/server/recipes/compiler/compile";
import type { Expected, ExpectedFilter } from "./expected";
import { type Facts, factsOf, withoutReads } from "./facts";

/** What was right about one draft. `null`: the sentence says nothing about it. */
export interface Score {
  id: string;
  prompt: string;
  trigger: boolean;
  /** Strict: reads count too. */
  actions: boolean;
  /** Lenient: reads are stripped, and only asked for where they are needed. */
  core: boolean;
  filters: boolean;
  delay: boolean;
  /** Branch, loop, dedupe, segment, schedule. */
  shape: boolean;
  refused: boolean | null;
  params: boolean | null;
  /** Trigger and actions together, strictly and leniently; and with filters, delays and shape. */
  exact: boolean;
  lenient: boolean;
  all: boolean;
  got: string;
}

export function score(expected: Expected, draft: Draft): Score {
  const facts = draft.definition ? factsOf(draft.definition) : null;
  const got = facts
    ? `${facts.trigger} [${facts.events}] ${facts.actions.join(" → ")} F=${JSON.stringify(facts.filters)} D=${facts.delays}${facts.hasBranch ? " branch" : ""}${facts.hasLoop ? " loop" : ""}`
    : `none ${draft.unsupported ? `unsupported ${draft.reason}` : ""} ${draft.questions.map(({ question }) => question).join("; ")}`;
  const base = { id: expected.id, prompt: expected.prompt, got };
  if (expected.unsupported || expected.clarify) {
    const isRight = expected.unsupported
      ? isRefused(expected, draft, facts)
      : isAsked(expected, draft, facts);
    return {
      ...base,
      trigger: isRight,
      actions: isRight,
      core: isRight,
      filters: isRight,
      delay: isRight,
      shape: isRight,
      refused: isRight,
      params: null,
      exact: isRight,
      lenient: isRight,
      all: isRight,
    };
  }
  if (!facts || draft.unsupported || draft.questions.length > 0) {
    return {
      ...base,
      trigger: false,
      actions: false,
      core: false,
      filters: false,
      delay: false,
      shape: false,
      refused: null,
      params: null,
      exact: false,
      lenient: false,
      all: false,
    };
  }
  const trigger = isTrigger(expected, facts);
  const actions = (expected.actions ?? []).some((one) => same(one, facts.actions));
  const core = isCore(expected, facts);
  const filters = hasFilters(expected, facts);
  const delay = hasDelay(expected, facts);
  const shape = hasShape(expected, facts);
  const params = expected.params ? hasParams(expected.params, facts) : null;
  return {
    ...base,
    trigger,
    actions,
    core,
    filters,
    delay,
    shape,
    refused: null,
    params,
    exact: trigger && actions,
    lenient: trigger && core,
    all: trigger && core && filters && delay && shape,
  };
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, index) => one === b[index]);
const sameSet = (a: readonly string[], b: readonly string[]) => same(a.toSorted(), b.toSorted());

function isTrigger(
  expected: {
    trigger: string | null;
    events: string[][];
    metrics?: string[][];
    segment?: Expected["segment"];
  },
  facts: Facts,
): boolean {
  const type = facts.trigger === "stripe.poll" ? "stripe.event" : facts.trigger;
  if (type !== expected.trigger) return false;
  if (type === "stripe.event") return expected.events.some((set) => sameSet(set, facts.events));
  const metrics = facts.events.map((event) =>
    event.replace(/^(customer|email|push|sms|whatsapp|in_app|slack|webhook)_/, "$1."),
  );
  return type !== "customerio.reporting" || (expected.metrics ?? []).some((set) => sameSet(set, metrics));
}

function isCore({ coreActions, requiredReads = [], readRequired }: Expected, { actions }: Facts): boolean {
  const reads = actions.filter((id) => withoutReads([id]).length === 0);
  const hasReads = requiredReads.every((id) => actions.includes(id)) && (!readRequired || reads.length > 0);
  return hasReads && (coreActions ?? []).some((one) => same(withoutReads(one), withoutReads(actions)));
}

function hasFilters(expected: Expected, facts: Facts): boolean {
  const byEvent = facts.events.flatMap((event) => expected.filtersByEvent?.[event] ?? []);
  const wanted = [...expected.filters, ...byEvent];
  const allowed = [...wanted, ...(expected.optionalFilters ?? [])];
  const isGiven = (filter: ExpectedFilter) =>
    facts.filters.some((one) => isFilter(filter, one)) ||
    (expected.filtersMayBeParams === true && JSON.stringify(facts.inputs).includes(String(filter.value)));
  return (
    wanted.every(isGiven) && facts.filters.every((one) => allowed.some((filter) => isFilter(filter, one)))
  );
}

/** `metadata.gift` and `gift`, `cancellation_details.feedback` and `feedback`: one field. */
const lastPart = (about: string) => about.split(".").at(-1);

function isFilter(wanted: ExpectedFilter, got: ExpectedFilter): boolean {
  const forms = [wanted, ...(wanted.alt ?? [])];
  return forms.some(({ about, op, value, direction }) => {
    if (lastPart(about) !== lastPart(got.about) || (op !== got.op && !(op === "eq" && got.op === "contains")))
      return false;
    if (direction) return got.direction === direction;
    if (value === null || value === undefined) return true;
    return JSON.stringify(value).toLowerCase() === JSON.stringify(got.value).toLowerCase();
  });
}

function hasDelay({ delay, delays }: Expected, facts: Facts): boolean {
  const wanted = delays ?? (delay ? [delay] : []);
  return same(wanted.map(hours), facts.delays.map(hours));
}

/** One form for PT48H and P2D. */
function hours(iso: string): string {
  const [, years = 0, months = 0, weeks = 0, days = 0, hour = 0, minutes = 0] = (
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(iso) ?? []
  ).map(Number);
  const sum = (one: number) => (Number.isNaN(one) ? 0 : one);
  return String(
    sum(years) * 8760 + sum(months) * 730 + sum(weeks) * 168 + sum(days) * 24 + sum(hour) + sum(minutes) / 60,
  );
}

function hasShape(expected: Expected, facts: Facts): boolean {
  const { segment, schedule, dedupe } = expected;
  if (expected.branch !== facts.hasBranch) return false;
  if (!expected.loopOptional && Boolean(expected.loop) !== facts.hasLoop) return false;
  if (
    dedupe
      ? facts.dedupe === null || (dedupe.window && hours(dedupe.window) !== hours(facts.dedupe))
      : facts.dedupe !== null
  )
    return false;
  if (segment && (facts.config.segment !== segment.name || facts.config.changes !== segment.edge))
    return false;
  if (!schedule) return true;
  const [minute, hour, ...rest] = schedule.cron.split(" ");
  const [gotMinute, gotHour, ...gotRest] = String(facts.config.cron).split(" ");
  const isZone = !schedule.tz || schedule.tz === facts.config.timeZone;
  return (
    isZone &&
    same(rest, gotRest) &&
    (schedule.hourFree === true || (minute === gotMinute && hour === gotHour))
  );
}

function hasParams(params: NonNullable<Expected["params"]>, { inputs }: Facts): boolean {
  return Object.entries(params).every(([action, wanted]) => {
    const given = inputs[action];
    if (!given) return true;
    return Object.entries(wanted).every(([name, value]) =>
      given.some((input) =>
        JSON.stringify([input[name], (input.attributes as Record<string, unknown>)?.[name]])
          .toLowerCase()
          .includes(JSON.stringify(value).toLowerCase()),
      ),
    );
  });
}

function isRefused(expected: Expected, draft: Draft, facts: Facts | null): boolean {
  if (expected.clarifyOk && draft.questions.length > 0) return true;
  if (!draft.unsupported) return false;
  if (
    expected.unsupportedReason &&
    draft.reason !== expected.unsupportedReason &&
    !(expected.unsupportedReason === "off_topic" && draft.reason === "nonsense")
  )
    return false;
  if (!facts || facts.actions.length === 0)
    return (
      expected.unsupportedReason !== "app" ||
      !expected.supportedPart ||
      same(expected.supportedPart.actions[0] ?? [], ["core.http"])
    );
  if (!expected.supportedPart) return false;
  return (
    isTrigger(expected.supportedPart, facts) &&
    expected.supportedPart.actions.some((one) => same(withoutReads(one), withoutReads(facts.actions)))
  );
}

function isAsked({ bestGuess }: Expected, draft: Draft, facts: Facts | null): boolean {
  if (draft.questions.length === 0 || draft.unsupported) return false;
  if (!facts || facts.actions.length === 0 || !bestGuess) return true;
  return (
    isTrigger(bestGuess, facts) &&
    bestGuess.actions.some((one) => same(withoutReads(one), withoutReads(facts.actions)))
  );
}
