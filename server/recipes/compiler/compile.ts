import type { Definition } from "~/server/recipes/definition";
import { definitionOf } from "./build/definition";
import type { Choices, Part, Question, Refusal } from "./intent";
import { summaryOf } from "./summary";
import { understand } from "./understand";

/** A sentence as a draft: what it became, what is open, what cannot be done (design, section 7). */
export interface Draft {
  definition: Definition | null;
  /** One sentence in plain words. */
  summary: string;
  understood: Part[];
  questions: Question[];
  /** True when all of it, or a part, is not built; `reason` says why. */
  unsupported: boolean;
  reason?: Refusal | undefined;
  confidence: number;
}

/** Builds the draft a sentence means, without any network. Total: any text is an answer. */
export function compile(prompt: string, choices: Choices = {}): Draft {
  const intent = understand(prompt, choices);
  const definition = intent.refusal === null || intent.refusal === "app" ? definitionOf(intent) : null;
  const built =
    definition && (definition.steps.length > 0 || intent.refusal !== null || intent.start)
      ? definition
      : null;
  const sure = intent.parts.filter(({ kind }) => kind !== "unsupported").map(({ confidence }) => confidence);
  const least = sure.length > 0 ? sure.reduce((sum, one) => sum * one ** (1 / sure.length), 1) : 0;
  const confidence = built ? least * (intent.questions.length > 0 ? 0.5 : 1) : 0;
  return {
    definition: built,
    summary: summaryOf(intent, built),
    understood: intent.parts,
    questions: intent.questions,
    unsupported: intent.refusal !== null,
    ...(intent.refusal ? { reason: intent.refusal } : {}),
    confidence: Math.round(confidence * 100) / 100,
  };
}
