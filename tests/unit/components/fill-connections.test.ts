import { expect, it } from "vitest";
import type { Definition, Step } from "~/server/recipes/definition";
import { fillConnections } from "~/server/recipes/fill-connections";

const action = (id: string, name: string, connection: string | null = null): Step => ({
  id,
  kind: "action",
  action: name,
  connection,
  input: {},
  onError: "fail",
});

const definition: Definition = {
  version: 1,
  trigger: { type: "stripe.event", connection: null, config: { events: ["customer.created"] } },
  steps: [
    action("person", "customerio.person.upsert"),
    {
      id: "vip",
      kind: "branch",
      paths: [{ id: "big", when: { all: [] }, steps: [action("get", "stripe.customer.get")] }],
    },
  ],
  settings: { order: "none" },
};
const stripe = { id: "s1", app: "stripe" };
const customerio = { id: "c1", app: "customerio" };

it("fills every place whose app has exactly one connection, inside branches too", () => {
  const text = JSON.stringify(fillConnections(definition, [stripe, customerio]));
  expect(text.match(/"connection":"s1"/g)).toHaveLength(2);
  expect(text.match(/"connection":"c1"/g)).toHaveLength(1);
});

it("leaves the choice to a person when there are two, and keeps one that was made", () => {
  const two = [stripe, customerio, { id: "c2", app: "customerio" }];
  expect(fillConnections(definition, two).steps[0]).toMatchObject({ connection: null });
  const chosen = { ...definition, steps: [action("person", "customerio.person.upsert", "c2")] };
  expect(fillConnections(chosen, two).steps[0]).toMatchObject({ connection: "c2" });
});

it("never keeps a connection of another workspace or app", () => {
  const foreign = { ...definition, steps: [action("person", "customerio.person.upsert", "elsewhere")] };
  expect(fillConnections(foreign, [stripe]).steps[0]).toMatchObject({ connection: null });
});
