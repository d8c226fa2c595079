import type { NotifyStep, Problem } from "~/server/recipes/definition";
import { lintFallbacks } from "./action";
import { lintMissingTexts } from "./missing";
import { at, type LintEnvironment, type LintPlace, problem } from "./place";
import { setTo } from "./repairs";
import { lintTemplates } from "./templates";

/** A message to the team needs a channel that is there, and words. */
export function lintNotify(step: NotifyStep, place: LintPlace, environment: LintEnvironment): Problem[] {
  const { title, message } = step;
  const said = title === undefined ? { message } : { title, message };
  const empty = problem(at(place, "message").path, "There is nothing to say.", "Write the message.");
  return [
    ...lintChannel(step.channel, at(place, "channel").path, environment),
    ...(message.trim() === "" ? [empty] : []),
    ...lintTemplates(said, place),
    ...lintMissingTexts(step, { message }, place),
    ...lintFallbacks(step, said, place),
  ];
}

function lintChannel(id: NotifyStep["channel"], path: string, { channels }: LintEnvironment): Problem[] {
  const [only, ...others] = channels ?? [];
  const repair = only && others.length === 0 ? setTo(`Use “${only.name}”`, path, only.id) : undefined;
  const fix = channels?.length === 0 ? "Make a channel in the settings first." : "Choose a channel.";
  if (!id) return [problem(path, "No channel is chosen.", fix, repair)];
  if (!channels || channels.some((channel) => channel.id === id)) return [];
  return [problem(path, "This channel does not exist in the workspace.", fix, repair)];
}
