import type { LoadedRun } from "~/server/engine/load-run";
import type { Walk } from "~/server/engine/walk";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";
import { deliver } from "~/server/notify/deliver";
import { sendsMail } from "~/server/notify/email";
import { fitText, fitTitle } from "~/server/notify/message";
import type { NotifyStep } from "~/server/recipes/definition";
import { openChannel } from "~/server/services/channel/open";
import type { OpenChannel } from "~/server/services/channel/schemas";
import { systemContext } from "~/server/services/context";
import type { CapturedRequest } from "~/server/services/run/schemas";
import { getWorkspace } from "~/server/services/workspace/get";
import type { OpenCall, Preparation } from "./calling";
import { ADD_FALLBACK, fillIn } from "./fill-in";

interface Words {
  title: string;
  message: string;
}

/** Fills in what a notification says. Without a title it has the recipe's name. */
export function prepareNotify({ run, scope }: Walk, step: NotifyStep): Preparation {
  const { title = run.recipeName, message } = step;
  const filled = fillIn({ title, message }, step, scope);
  if (!("value" in filled)) return filled;
  const found = filled.value as { title?: unknown; message?: unknown };
  const words: Words = {
    title: fitTitle(asText(found.title)) || fitTitle(run.recipeName),
    message: fitText(asText(found.message)),
  };
  if (words.message !== "") return { input: words, open: () => openCall(run, step, words) };
  const why = "message: there is nothing to say.";
  if (step.whenMissing === "skip") return { input: words, skip: why };
  return { input: words, error: { code: "missing_value", message: why, remedy: ADD_FALLBACK } };
}

/** A template alone keeps its type: an amount is a number, an address an object. */
function asText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

/** Opens the step's channel for one message. Throws an `AppError` when there is none that it can use. */
async function openCall(
  run: LoadedRun,
  step: NotifyStep,
  { title, message: text }: Words,
): Promise<OpenCall> {
  const channel = await channelOf(run, step);
  const { slug } = await getWorkspace(systemContext(run.workspaceId));
  const requests: CapturedRequest[] = [];
  const about = {
    link: `${env.APP_URL}/w/${slug}/runs/${run.id}`,
    recipe: { id: run.recipeId, name: run.recipeName },
    run: { id: run.id },
  };
  const sending = {
    dryRun: run.dryRun,
    onRequest: (captured: CapturedRequest) => void requests.push(captured),
  };
  return {
    sends: !run.dryRun && reachesBlindly(channel),
    requests,
    make: async (_, key) => {
      await deliver(channel, { title, text, key, ...about }, sending);
      return { delivered: true, channel: channel.label };
    },
  };
}

async function channelOf(run: LoadedRun, { id, channel }: NotifyStep): Promise<OpenChannel> {
  if (!channel)
    throw new AppError("invalid_input", `Step "${id}" has no channel. Choose a channel and publish again.`);
  return openChannel(systemContext(run.workspaceId), channel).catch((cause: unknown) => {
    if (!(cause instanceof AppError) || cause.code !== "not_found") throw cause;
    const message = `Step "${id}" goes through a channel that is no longer there. Choose a channel and publish again.`;
    throw new AppError("not_found", message, undefined, { cause });
  });
}

/** A webhook's receiver can tell a repeated message by its id; Slack and a mail server cannot. */
function reachesBlindly({ kind }: OpenChannel): boolean {
  return kind === "slack" || (kind === "email" && sendsMail());
}
