import type { ModelMessage } from "ai";
import { maskText } from "~/server/connectors/mask";
import { env } from "~/server/env";
import { log } from "~/server/log";
import type { Draft } from "~/server/recipes/compiler/compile";
import { type Accepted, acceptAnswer } from "~/server/recipes/model/accept";
import { instructions } from "~/server/recipes/model/instructions";
import { draftSummary, readParts } from "~/server/recipes/model/read-parts";
import type { ServiceContext } from "~/server/services/context";
import type { DraftView } from "../schemas";
import { takeDraft } from "./allowance";
import { askModel, isShapeRefused, modelName } from "./language";

const MOST_CHARACTERS = 2000;
/** What the compiler refuses for good reason is nothing that a model may allow. */
const FINAL = ["empty", "dangerous", "injection"];

type Improved = Draft & Pick<DraftView, "model">;

/**
 * The compiler's draft, or a better one by the operator's language model, if there is one. Whatever goes wrong with the
 * model, the compiler's stands; `model` says which it is. Only the sentence and the catalog's words leave the house.
 */
export async function improveDraft(ctx: ServiceContext, prompt: string, compiled: Draft): Promise<Improved> {
  const name = modelName();
  if (name === null || FINAL.includes(compiled.reason ?? "")) return compiled;
  const without = (note: string): Improved => ({ ...compiled, model: { name, used: false, note } });
  if (prompt.length > MOST_CHARACTERS)
    return without(`The language model reads up to ${MOST_CHARACTERS} characters; this text is longer.`);
  if (!(await takeDraft(ctx.workspaceId)))
    return without("This workspace has used the language model as often as it may in a day.");
  const signal = AbortSignal.timeout(env.AI_TIMEOUT_MS);
  try {
    const accepted = await ask(name, maskText(prompt), signal);
    if (!accepted) return without("The language model's answer was not a recipe that works.");
    const { answer, definition } = accepted;
    const isPartial = compiled.reason === "app";
    return {
      definition,
      summary: `${draftSummary(definition)} Written by ${name}: read it before you use it.`,
      understood: readParts(prompt, answer, definition),
      questions: answer.questions.map((question) => ({ about: "model", ...question })),
      unsupported: isPartial,
      ...(isPartial ? { reason: "app" } : {}),
      confidence: answer.questions.length > 0 ? 0.4 : 0.8,
      model: { name, used: true },
    };
  } catch (error) {
    // The provider's own words stay out of the log: some repeat the key.
    const kind = error instanceof Error ? error.name : "unknown";
    log.warn(
      { workspaceId: ctx.workspaceId, kind, timedOut: signal.aborted },
      "no draft by the language model",
    );
    return without(
      signal.aborted
        ? "The language model took too long."
        : "The language model could not be reached or failed.",
    );
  }
}

/** One try, and one more with what was wrong with the first; null when neither was good. */
async function ask(name: string, prompt: string, signal: AbortSignal) {
  const messages: ModelMessage[] = [{ role: "user", content: JSON.stringify({ sentence: prompt }) }];
  const system = instructions();
  const first = await askModel(name, { system, messages, signal, isStructured: true }).catch(ifShapeRefused);
  if (first === null)
    return usable(
      await acceptAnswer(await askModel(name, { system, messages, signal, isStructured: false })),
    );
  const accepted = await acceptAnswer(first);
  const wrong = accepted.problems ?? accepted.doubts;
  if (wrong.length === 0) return usable(accepted);
  messages.push(
    { role: "assistant", content: first.slice(0, MOST_REPEATED) || "{}" },
    { role: "user", content: `${MEND}\n${wrong.join("\n")}` },
  );
  const second = await acceptAnswer(await askModel(name, { system, messages, signal, isStructured: true }));
  return usable(second) ?? usable(accepted);
}

const MEND = "That draft cannot be used. Mend it and answer with the whole JSON again:";
const MOST_REPEATED = 8000;

const usable = (accepted: Accepted) => (accepted.problems === null ? accepted : null);

async function ifShapeRefused(error: unknown): Promise<null> {
  if (await isShapeRefused(error)) return null;
  throw error;
}
