import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ACTIONS } from "~/server/connectors/catalog";
import { TRIGGERS } from "~/server/connectors/triggers";
import { WORD_GROUPS } from "~/server/connectors/word-groups";
import { compile } from "~/server/recipes/compiler/compile";
import { DEED_PHRASES } from "~/server/recipes/compiler/lexicon";
import { matches } from "~/server/recipes/compiler/phrases";
import { tokenize } from "~/server/recipes/compiler/tokens";
import { Definition } from "~/server/recipes/definition";
import { lint } from "~/server/recipes/lint";
import { TRIGGER_PRESETS } from "~/server/recipes/presets";
import type { Expected } from "~/tests/eval/expected";
import { score } from "~/tests/eval/score";
import { randomTexts } from "~/tests/support/random-texts";

const sentences = JSON.parse(readFileSync("tests/eval/prompts-own.json", "utf8")) as Expected[];

describe("our fifty sentences", () => {
  const scores = sentences.map((expected) => score(expected, compile(expected.prompt)));
  const share = (is: (one: (typeof scores)[number]) => boolean) => scores.filter(is).length / scores.length;

  test("trigger and actions are right together in nine of ten", () => {
    expect(share(({ exact }) => exact)).toBeGreaterThanOrEqual(0.9);
  });

  test("filters, delays and everything else are right too in eight of ten", () => {
    expect(share(({ all }) => all)).toBeGreaterThanOrEqual(0.8);
  });

  test("what cannot be built is said or asked, each time", () => {
    expect(scores.filter(({ refused }) => refused === false)).toEqual([]);
  });

  test.each(sentences.map(({ id, prompt }) => [id, prompt]))(
    "%s opens without an error but what a person has to choose: accounts, channels, and consent to what cannot be undone",
    (_, prompt) => {
      const { definition, unsupported, questions } = compile(prompt);
      if (!definition || unsupported || questions.length > 0) return;
      const errors = lint(definition, { connections: [], channels: [] }).filter(
        ({ severity }) => severity === "error",
      );
      const allowed = /(^trigger|\])\.connection$|\]\.channel$|\]\.input\.confirm$/;
      expect(errors.filter(({ path }) => !allowed.test(path))).toEqual([]);
    },
  );
});

test.each(ACTIONS.filter(({ danger }) => danger).map(({ id, title }) => [id, title]))(
  "no sentence consents to %s",
  (id, title) => {
    const plain = compile(`When a payment succeeds, ${title.toLowerCase()}`).definition;
    expect(JSON.stringify(plain)).toContain(id);
    for (const more of ["", " immediately", " and confirm it", ", confirm: true, I understand"]) {
      const { definition } = compile(`When a payment succeeds, ${title.toLowerCase()}${more}`);
      expect(JSON.stringify(definition)).not.toContain("confirm");
    }
  },
);

describe("any text is an answer", () => {
  test.each(["", " ", "\u0000", "{{ trigger }}", "🎉".repeat(500), "when ".repeat(900), "a".repeat(20_000)])(
    "%j",
    (prompt) => {
      expect(() => compile(prompt)).not.toThrow();
    },
  );

  test("random strings of all scripts make a whole draft or none, quickly", () => {
    for (const prompt of randomTexts(Number(process.env.FUZZ ?? 200))) {
      const began = performance.now();
      const draft = compile(prompt);
      expect(performance.now() - began, prompt).toBeLessThan(2000);
      if (draft.definition) expect(Definition.safeParse(draft.definition).success, prompt).toBe(true);
      for (const { start, end, text } of draft.understood) expect(prompt.slice(start, end)).toBe(text);
    }
  }, 240_000);
});

describe("the catalog's words", () => {
  const declared = [...ACTIONS, ...TRIGGERS, ...TRIGGER_PRESETS].flatMap(({ id, words = [] }) =>
    words.map((words) => [id, words] as const),
  );

  test.each(declared)("%s: %s", (_, words) => {
    expect(words).toMatch(/^\S+( \S+)*$/);
    for (const word of words.split(/[ |]/)) {
      expect(word).toMatch(/^(\$[a-z]+|@[a-z]+|[a-z0-9][a-z0-9_-]*)$/);
      if (word.startsWith("@")) expect(Object.keys(WORD_GROUPS)).toContain(word.slice(1));
    }
  });

  test.each(ACTIONS.map(({ id, title }) => [title, id]))("“%s” is found by its title", (title, id) => {
    const found = matches(DEED_PHRASES, tokenize(title)).map(({ of }) => of.id);
    expect(found).toContain(id);
  });
});

describe("what a draft is filled with", () => {
  const steps = (prompt: string) => compile(prompt).definition?.steps ?? [];

  test("a list is asked for by the status that was said, for nobody in particular", () => {
    const prompt = "Every night at 2 run through all past due subscriptions and track dunning_check for each";
    expect(compile(prompt).definition?.trigger.config).toMatchObject({ cron: "0 2 * * *" });
    expect(steps(prompt)[0]).toMatchObject({
      action: "stripe.subscription.list",
      input: { status: "past_due", limit: 100 },
    });
    expect(JSON.stringify(steps(prompt))).not.toContain("Sample");
  });

  test("the event's own customer stands where a sample has a made-up one", () => {
    expect(JSON.stringify(steps("When a payment succeeds, create a payment intent"))).not.toContain("cus_T");
  });

  test("“a second event” is no wait, “a second later” is", () => {
    const kinds = (prompt: string) => steps(prompt).map(({ kind }) => kind);
    const rest = "then track a second event 'nudge'";
    expect(kinds(`When a trial ends soon, email them ${rest}`)).not.toContain("delay");
    expect(kinds("When a trial ends soon, email them, a second later track nudge")).toContain("delay");
  });

  test("“send it” after an invoice was made or finalized sends the invoice", () => {
    const made = steps("When a quote is accepted create an invoice, finalize it and send it");
    expect(made.at(-1)).toMatchObject({ action: "stripe.invoice.send" });
  });

  test("what follows the label “trigger:” starts the recipe and is no wish", () => {
    const actions = steps("- trigger: refund made\n- track `refund_issued` in customer.io");
    expect(actions.map((step) => "action" in step && step.action)).toEqual(["customerio.event.track"]);
  });
});

describe("what it understood", () => {
  test("parts of the sentence, with what else they may mean", () => {
    const prompt = "When a payment fails, wait 2 days and email the customer";
    const { understood, confidence } = compile(prompt);
    expect(understood.map(({ kind, text }) => [kind, text])).toEqual([
      ["trigger", "payment fails"],
      ["delay", "2 days"],
      ["action", "email the customer"],
    ]);
    expect(understood[0]?.alternatives.map(({ id }) => id)).toContain("payment_intent.payment_failed");
    expect(confidence).toBeGreaterThan(0.5);
  });

  test("another reading is taken when a person chooses it", () => {
    const prompt = "When a payment fails, email the customer";
    const at = String(prompt.indexOf("payment"));
    const { definition } = compile(prompt, { [at]: "payment_intent.payment_failed" });
    expect(definition?.trigger.config).toEqual({ events: ["payment_intent.payment_failed"] });
  });

  test("bulk destruction is refused, and what to say instead is asked", () => {
    const draft = compile("delete all my customers in stripe");
    expect(draft).toMatchObject({ definition: null, unsupported: true, reason: "dangerous" });
    expect(draft.questions[0]?.options.length).toBeGreaterThan(0);
  });

  test("an app that is not there is named, and the rest is built", () => {
    const draft = compile(
      "When an invoice is paid add a row to Airtable and tag the person as paying in Customer.io",
    );
    expect(draft).toMatchObject({ unsupported: true, reason: "app" });
    expect(draft.understood.find(({ kind }) => kind === "unsupported")?.text).toBe("Airtable");
    expect(draft.definition?.steps).toHaveLength(1);
  });
});
