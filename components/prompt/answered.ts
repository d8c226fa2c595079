import type { Question } from "~/server/recipes/compiler/intent";

/** The sentence with an answer put to it, so that it can be read again as a whole. */
export function answered(prompt: string, { about }: Question, answer: string): string {
  const said = prompt.trim().replace(/[.,;:]+$/, "");
  const first = answer.charAt(0).toLowerCase() + answer.slice(1);
  if (about === "which action")
    return `${said.replace(/,?\s*(?:then|do something|do stuff)$/i, "")}, ${first}`;
  if (about === "which event")
    return /^when\b/i.test(answer)
      ? `${answer}, ${said.charAt(0).toLowerCase()}${said.slice(1)}`
      : `${said} (${first})`;
  return answer;
}
