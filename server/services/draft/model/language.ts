import type { LanguageModel, ModelMessage } from "ai";
import { env } from "~/server/env";
import { answerSchema } from "~/server/recipes/model/answer";
import { limitedFetch } from "./limited-fetch";

const MOST_OUTPUT_TOKENS = 4000;
/** Small, quick models: a draft is due within ten seconds. */
const USUAL = { openai: "gpt-5.4-mini", anthropic: "claude-haiku-4-5" } as const;

/** The name of the model that the operator set; null when there is none, or no key for it. */
export function modelName(): string | null {
  const { AI_PROVIDER: provider, AI_API_KEY: key, AI_MODEL: name } = env;
  if (provider === undefined) return null;
  if (provider === "openai-compatible") return name ?? null;
  return key ? (name ?? USUAL[provider]) : null;
}

/** Loaded on the first call only: an install without a key never holds these packages in memory. */
async function loadModel(name: string, isStructured: boolean): Promise<LanguageModel> {
  const { AI_PROVIDER: provider, AI_API_KEY: apiKey = "", AI_BASE_URL: baseURL } = env;
  const settings = { apiKey, fetch: limitedFetch, ...(baseURL ? { baseURL } : {}) };
  if (provider === "anthropic") return (await import("@ai-sdk/anthropic")).createAnthropic(settings)(name);
  if (provider === "openai") {
    const openai = (await import("@ai-sdk/openai")).createOpenAI(settings);
    // Gateways in front of OpenAI speak its older call more often than its newer one.
    return baseURL ? openai.chat(name) : openai(name);
  }
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  return createOpenAICompatible({
    name: "compatible",
    baseURL: baseURL ?? "",
    ...(apiKey ? { apiKey } : {}),
    fetch: limitedFetch,
    supportsStructuredOutputs: isStructured,
  })(name);
}

/** A recipe's inputs are open objects, which the strict modes do not know: our own schema checks the answer. */
const OPTIONS = {
  openai: { strictJsonSchema: false, store: false },
  compatible: { strictJsonSchema: false },
  anthropic: { structuredOutputMode: "jsonTool" },
} as const;

export interface Asked {
  system: string;
  messages: ModelMessage[];
  signal: AbortSignal;
  /** Whether the server is given the schema, or only asked for JSON. */
  isStructured: boolean;
}

/** Asks the operator's model once and returns what it wrote. Throws what the SDK throws. */
export async function askModel(
  name: string,
  { system, messages, signal, isStructured }: Asked,
): Promise<string> {
  const { generateText, jsonSchema, NoObjectGeneratedError, Output } = await import("ai");
  globalThis.AI_SDK_LOG_WARNINGS = false;
  try {
    const { text } = await generateText({
      model: await loadModel(name, isStructured),
      system,
      messages,
      output: Output.object({ schema: jsonSchema(answerSchema()), name: "draft" }),
      maxOutputTokens: MOST_OUTPUT_TOKENS,
      maxRetries: 0,
      abortSignal: signal,
      providerOptions: OPTIONS,
    });
    return text;
  } catch (error) {
    if (NoObjectGeneratedError.isInstance(error)) return error.text ?? "";
    throw error;
  }
}

/** Whether the server refused the way it was asked, not the asking. */
export async function isShapeRefused(error: unknown): Promise<boolean> {
  const { APICallError } = await import("ai");
  return APICallError.isInstance(error) && (error.statusCode === 400 || error.statusCode === 422);
}
