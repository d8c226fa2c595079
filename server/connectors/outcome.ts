/** A call whose answer was lost, as its vendor may be asked about it. */
export interface LostCall {
  action: string;
  input: Readonly<Record<string, unknown>>;
  key: string;
  /** When it was made at the earliest and the latest, in Unix seconds. */
  from: number;
  until: number;
  /** What other steps are known to have made then: it is none of theirs. A broadcast's start is `12:4`. */
  isKnown(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface OutcomeAnswer {
  /** `unknown` where the vendor cannot tell, or cannot tell yet. */
  found: boolean | "unknown";
  /** What was looked for and what came of it, in plain words. */
  detail: string;
  /** What the vendor showed, a line each. */
  evidence: { id: string; at: string; text: string }[];
}

/** Before that, what is not there may still come. */
const SETTLES_AFTER_S = 120;

/** What was found, or whether it can be there no more. */
export function answerOf(
  evidence: OutcomeAnswer["evidence"],
  { until }: LostCall,
  words: { found: string; missing: string },
): OutcomeAnswer {
  if (evidence.length > 0) return { found: true, detail: words.found, evidence };
  if (Date.now() / 1000 - until < SETTLES_AFTER_S)
    return {
      found: "unknown",
      detail: `${words.missing} It may still come: look again in two minutes.`,
      evidence,
    };
  return { found: false, detail: words.missing, evidence };
}

/** Unix seconds as ISO 8601. */
export const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
