import { expect, test } from "vitest";
import { changeDefinition } from "~/server/recipes/compiler/change";
import { compile } from "~/server/recipes/compiler/compile";
import type { Definition } from "~/server/recipes/definition";

function draftOf(prompt: string): Definition {
  const { definition } = compile(prompt);
  if (!definition) throw new Error(prompt);
  return definition;
}

const draft = draftOf("When a subscription is canceled, track churned and email the customer");
const kinds = ({ steps }: Definition) =>
  steps.map((step) => (step.kind === "action" ? step.action : step.kind));

test("a condition comes first", () => {
  const { definition } = changeDefinition(draft, "only for EUR");
  expect(definition?.steps[0]).toMatchObject({
    kind: "filter",
    when: { left: "{{ trigger.data.object.currency }}", op: "eq", right: "eur" },
  });
});

test("a wait goes before the step that is named", () => {
  const { definition } = changeDefinition(draft, "wait two days before the e-mail");
  expect(definition && kinds(definition).slice(-2)).toEqual(["delay", "customerio.email.send"]);
});

test("what shall happen on failure becomes the last step's fallback", () => {
  const { definition } = changeDefinition(draft, "also notify Slack if it fails");
  expect(definition?.steps.at(-1)).toMatchObject({
    onError: { goto: [{ kind: "notify", channel: "Slack" }] },
  });
});

test("more steps come last, with ids of their own; a step can be taken out", () => {
  const { definition } = changeDefinition(draft, "and send an SMS");
  expect(definition && kinds(definition).at(-1)).toBe("customerio.message.send");
  const removed = changeDefinition(draft, "remove the e-mail").definition;
  expect(removed && kinds(removed)).not.toContain("customerio.email.send");
});

test("what is not understood changes nothing, and asks", () => {
  const { definition, questions } = changeDefinition(draft, "qwerty");
  expect(definition).toBeNull();
  expect(questions).toHaveLength(1);
});
