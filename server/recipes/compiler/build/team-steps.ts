import type { Step } from "~/server/recipes/definition";
import type { Wish } from "./fill";
import { channelName } from "./message";

/** A step that is no app's action; null for the others. */
export function plainStep(deed: string, fresh: (base: string) => string, wish: Wish): Step | null {
  if (deed === "core.notify") return notifyStep(fresh("tell_team"), wish);
  if (deed === "core.http") return requestStep(fresh("request"), wish.text, wish.tokens);
  if (deed !== "core.code") return null;
  const input = { event: "{{ trigger }}" };
  return { id: fresh("code"), kind: "code", source: "return input;", input, onError: "fail" };
}

/** Tells the team, in the sentence's words where it has some. */
function notifyStep(id: string, wish: Wish): Step {
  const { text, tokens, topic } = wish;
  const said = /["“]([^"”]{3,})["”]/.exec(text)?.[1];
  const what = topic.replaceAll("_", " ");
  const title = what.charAt(0).toUpperCase() + what.slice(1);
  return {
    id,
    kind: "notify",
    channel: channelName(text, tokens),
    title,
    message: said ?? factsOf(title, wish),
    onError: "fail",
  };
}

/** One line that says what happened, to whom, and where to look. */
function factsOf(title: string, { subject: { trigger, event }, done }: Wish): string {
  const balance = done.get("stripe.balance.get");
  if (balance)
    return `{% for one in steps.${balance}.output.available %}{{ one.amount | money: one.currency }} {% endfor %}`;
  if (trigger === "stripe.event") return `${title}: {{ trigger.data.object.id }}`;
  if (trigger === "customerio.reporting" && event !== "")
    return `${title}: {{ trigger.data.identifiers.email | default: trigger.data.recipient }}`;
  return `${title}.`;
}

/** One request with the event in its body. */
function requestStep(id: string, text: string, tokens: Wish["tokens"]): Step {
  const url = tokens.find(({ kind }) => kind === "url")?.text ?? "";
  const method = /\b(GET|POST|PUT|PATCH|DELETE)\b/.exec(text)?.[1] ?? "POST";
  const event = { event: "{{ trigger.id }}", type: "{{ trigger.type }}", data: "{{ trigger.data }}" };
  return {
    id,
    kind: "http",
    method,
    url,
    ...(method === "GET" ? {} : { bodyType: "json", body: event }),
    onError: "fail",
  };
}
