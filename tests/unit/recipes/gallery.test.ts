import { describe, expect, test } from "vitest";
import { loadFieldTable } from "~/server/connectors/stripe/event-fields";
import { Definition } from "~/server/recipes/definition";
import { fillConnections } from "~/server/recipes/fill-connections";
import { getTemplate, TEMPLATES } from "~/server/recipes/gallery/index";
import { CATEGORIES } from "~/server/recipes/gallery/template";
import { lint } from "~/server/recipes/lint";
import { allSteps } from "~/server/recipes/step-tree";
import { stripeEventsOf } from "~/server/recipes/trigger";

const CONNECTIONS = ["stripe", "customerio"].map((app) => ({ id: app, app, status: "connected" }));
/** What only the user can choose. */
const TO_CHOOSE = /(connection|channel|trigger\.config\.segment)$/;

const typeOf = (sample: object): string => {
  const { type, object_type, metric } = sample as Record<string, string>;
  return type ?? `${object_type}_${metric}`;
};

test("there are many templates, each with a name, an id and words of its own", () => {
  expect(TEMPLATES.length).toBeGreaterThanOrEqual(34);
  const unique = (of: (template: (typeof TEMPLATES)[number]) => string) =>
    expect(new Set(TEMPLATES.map(of)).size).toBe(TEMPLATES.length);
  unique(({ id }) => id);
  unique(({ name }) => name);
  unique(({ summary }) => summary);
  unique(({ definition }) => JSON.stringify(definition.steps));
  expect(new Set(TEMPLATES.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
});

test("both directions are there, and every kind of step that a template can use whole", () => {
  const kinds = new Set(
    TEMPLATES.flatMap(({ definition }) => allSteps(definition.steps).map(({ step }) => step.kind)),
  );
  expect([...kinds].sort()).toEqual(
    ["action", "branch", "dedupe", "delay", "filter", "lookup", "loop", "notify"].sort(),
  );
  const starts = new Set(TEMPLATES.map(({ definition }) => definition.trigger.type));
  expect([...starts].sort()).toEqual(
    ["stripe.event", "customerio.reporting", "customerio.segment.poll", "schedule", "webhook"].sort(),
  );
});

test("a template is found by its id, and an unknown one is not", () => {
  expect(getTemplate("dispute-alert")?.name).toBe("Alert the team about disputes");
  expect(getTemplate("no-such-template")).toBeUndefined();
});

describe.each(TEMPLATES)("$id", (template) => {
  const { id, name, summary, goodFor, definition, sample, triggerEvents, needs } = template;

  test("reads well", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(name).toMatch(/^[A-Z].{5,59}[^.]$/);
    expect(summary).toMatch(/^[A-Z].{30,240}\.$/);
    expect(goodFor).toMatch(/^[A-Z].{10,120}\.$/);
  });

  test("has a definition of today's shape, and its sample starts it", () => {
    expect(Definition.parse(definition)).toEqual(definition);
    expect(triggerEvents).toContain(typeOf(sample));
  });

  test("lacks nothing but what the user has to choose", async () => {
    const fields = await loadFieldTable(stripeEventsOf(definition.trigger));
    const found = lint(definition, { connections: [], fields });
    expect(found.filter(({ path }) => !TO_CHOOSE.test(path))).toEqual([]);
    const filled = lint(fillConnections(definition, CONNECTIONS), { connections: CONNECTIONS, fields });
    expect(filled.filter(({ path }) => !/(channel|trigger\.config\.segment)$/.test(path))).toEqual([]);
  });

  test("says what it needs, no less and no more", () => {
    const without = (app: string) =>
      lint(
        fillConnections(
          definition,
          CONNECTIONS.filter((one) => one.app !== app),
        ),
        { connections: CONNECTIONS },
      ).some(({ path }) => path.endsWith("connection"));
    for (const { app } of CONNECTIONS)
      expect(without(app), app).toBe(needs.apps.some((needed) => needed === app));
    expect(needs.channel).toBe(JSON.stringify(definition).includes('"channel":null'));
  });
});
