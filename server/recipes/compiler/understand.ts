import { actsOf } from "./acts";
import type { Clause } from "./clauses";
import { concluded } from "./concluded";
import { describe } from "./describe";
import type { Choices, Intent, Question } from "./intent";
import type { Start } from "./lexicon";
import { Reading } from "./reading";
import { missingApps, refusalOf } from "./refusals";
import { timingOf } from "./schedules";
import { started } from "./started";

/** Reads a sentence: what starts it, what has to be true, what is done, in order. Total. */
export function understand(prompt: string, choices: Choices = {}): Intent {
  const refused = refusalOf(prompt);
  if (refused) return empty(refused.reason, [refused.question]);
  return read(new Reading(prompt, choices));
}

function empty(refusal: Intent["refusal"], questions: Question[]): Intent {
  return { start: null, events: [], acts: [], parts: [], questions, refusal, missingApps: [] };
}

function read(reading: Reading): Intent {
  const apps = missingApps(reading.prompt);
  const { timing, rest } = timed(reading);
  const whole = reading.clauses;
  reading.clauses = rest;
  let begun = started(reading, timing !== null);
  if (begun && timing) {
    // "billed monthly" was no schedule: the words count for what they are.
    reading.clauses = whole;
    reading.parts.length = 0;
    begun = started(reading, true);
  }
  const start: Start | null =
    timing && !begun ? { trigger: "schedule", title: "At set times" } : (begun?.match.of ?? null);
  if (timing && start?.trigger === "schedule")
    reading.add({
      start: timing.start,
      end: timing.end,
      kind: "schedule",
      became: describe.timing(timing),
      id: "schedule",
      confidence: 0.9,
      alternatives: [],
    });
  const acts = actsOf(
    reading,
    begun,
    start,
    apps.map(({ name }) => name),
  );
  for (const app of apps)
    reading.add({
      start: app.start,
      end: app.end,
      kind: "unsupported",
      became: `${app.name} is no app of Billhook. An HTTP step can call its API.`,
      confidence: 1,
      alternatives: [],
    });
  return concluded(
    reading,
    begun,
    start,
    acts,
    timing,
    apps.map(({ name }) => name),
  );
}

/** Takes the words of a schedule out of the clauses, so that they are read once. */
function timed(reading: Reading) {
  const timing = timingOf(reading.prompt, reading.tokens);
  if (!timing) return { timing: null, rest: reading.clauses };
  const strip = (clause: Clause): Clause => ({
    ...clause,
    lead:
      clause.lead &&
      /^(every|each|on|for)$/.test(clause.lead) &&
      clause.tokens.some(({ start }) => start < timing.end)
        ? null
        : clause.lead,
    tokens: clause.tokens.filter(({ start, end }) => end <= timing.start || start >= timing.end),
  });
  return { timing, rest: reading.clauses.map(strip).filter(({ tokens }) => tokens.length > 0) };
}
