import type { Deed, Start } from "./lexicon";
import type { Timing } from "./schedules";
import type { Test } from "./tests";
import type { Token } from "./tokens";

/** What has to be done, in order. */
export type Act =
  | { kind: "do"; deed: Deed; tokens: readonly Token[]; text: string; start: number; end: number }
  | { kind: "wait"; iso: string; start: number; end: number }
  | { kind: "test"; tests: readonly Test[] }
  | { kind: "once"; window: string; start: number; end: number }
  | { kind: "ways"; paths: { tests: readonly Test[]; acts: Act[] }[]; otherwise: Act[] };

/** A part of the sentence and what it became. */
export interface Part {
  start: number;
  end: number;
  text: string;
  kind: "trigger" | "filter" | "delay" | "action" | "branch" | "loop" | "dedupe" | "schedule" | "unsupported";
  /** In plain words. */
  became: string;
  /** The catalog's id, where it became something of the catalog. */
  id?: string | undefined;
  /** 0 to 1. */
  confidence: number;
  /** What else it may mean; `id` is what to ask for instead. */
  alternatives: { id: string; label: string }[];
}

export interface Question {
  about: string;
  question: string;
  options: string[];
}

export type Refusal = "app" | "dangerous" | "nonsense" | "empty" | "injection" | "off_topic";

export interface Intent {
  start: Start | null;
  /** All event types that start it. */
  events: string[];
  segment?: { name: string | null; edge: "entered" | "left" };
  timing?: Timing;
  acts: Act[];
  parts: Part[];
  questions: Question[];
  refusal: Refusal | null;
  /** Apps that were named and are not connected. */
  missingApps: string[];
}

/** A person's choice for a part, by where the part begins. */
export type Choices = Readonly<Record<string, string>>;
