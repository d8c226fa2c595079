/** A sentence with what it means, as `prompts-README.md` describes it. */
export interface Expected {
  id: string;
  prompt: string;
  trigger: string | null;
  triggerAlternatives?: Expected[];
  events: string[][];
  metrics: string[][];
  actions?: string[][];
  coreActions?: string[][];
  filters: ExpectedFilter[];
  optionalFilters?: ExpectedFilter[];
  filtersByEvent?: Record<string, ExpectedFilter[]>;
  filtersMayBeParams?: boolean;
  delay: string | null;
  delays?: string[];
  branch: boolean;
  loop?: boolean;
  loopOptional?: boolean;
  dedupe?: { by: string; window?: string };
  segment?: { name: string; edge: string };
  schedule?: { cron: string; tz: string | null; hourFree?: boolean };
  requiredReads?: string[];
  readRequired?: boolean;
  params?: Record<string, Record<string, unknown>>;
  unsupported?: boolean;
  unsupportedReason?: string;
  supportedPart?: { trigger: string; events: string[][]; actions: string[][] };
  clarify?: boolean;
  clarifyOk?: boolean;
  bestGuess?: { trigger: string; events: string[][]; actions: string[][] };
}

export interface ExpectedFilter {
  about: string;
  op: string;
  value?: unknown;
  unit?: string;
  direction?: string;
  alt?: ExpectedFilter[];
}
