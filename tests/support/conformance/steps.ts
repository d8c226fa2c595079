import { beforeAll, describe, expect, test } from "vitest";
import { createChannel } from "~/server/services/channel/create";
import { CUSTOMER } from "~/tests/support/engine";
import type { StubAnswer } from "~/tests/support/vendor-stub";
import { journal, type Suite } from "./driver";

interface Case {
  name: string;
  recipe: () => object[];
  object?: object;
  answers?: StubAnswer[];
  status?: string;
  journal: string[];
  /** Requests that the vendors saw. */
  requests: number;
}

const when = (left: string, right: unknown) => ({ left, op: "eq", right });
const NOT_FOUND = { error: { type: "invalid_request_error", code: "resource_missing", message: "No." } };
const DECLINED = {
  error: { type: "card_error", code: "card_declined", decline_code: "expired_card", message: "Declined." },
};

/** Every kind of step, and every effect of an action, once. */
export function everyStep({ stub, bench, steps, execute }: Suite): void {
  let channel = "";
  beforeAll(async () => {
    const url = `${stub.origin}/hook`;
    channel = (await createChannel(bench.ctx, { kind: "webhook", name: "Tool", url })).id;
  });

  const action = (id: string, name: string, input: object) => {
    const connection = name.startsWith("stripe.") ? bench.stripe : bench.customerio;
    return { id, kind: "action", action: name, connection, input };
  };
  const each = (more: object = {}) => ({
    id: "each",
    kind: "loop",
    over: "{{ trigger.data.object.list }}",
    steps: [{ ...steps.track, input: { identifier: "{{ loop.item }}", name: "seen" } }],
    ...more,
  });
  const look = { id: "who", kind: "lookup", action: "stripe.customer.get", input: { id: "cus_1" } };
  const pay = () => action("pay", "stripe.invoice.pay", { id: "in_1" });
  const list = (count: number) => ({
    ...CUSTOMER,
    list: Array.from({ length: count }, (_, index) => `p${index}`),
  });

  const cases: Case[] = [
    {
      name: "an action that reads",
      recipe: () => [action("read", "stripe.customer.get", { id: "cus_1" })],
      journal: ["read action succeeded 200"],
      requests: 1,
    },
    {
      name: "an action that writes the same again",
      recipe: () => [steps.track],
      journal: ["track action succeeded 200"],
      requests: 1,
    },
    {
      name: "an action with a key",
      recipe: () => [steps.update],
      journal: ["update action succeeded 200"],
      requests: 1,
    },
    {
      name: "an action that sends",
      recipe: () => [steps.email],
      journal: ["mail action succeeded 200"],
      requests: 1,
    },
    {
      name: "an HTTP request",
      recipe: () => [
        { id: "call", kind: "http", method: "POST", url: `${stub.origin}/things`, body: { a: 1 } },
      ],
      journal: ["call http succeeded 200"],
      requests: 1,
    },
    {
      name: "code, whose output the next step sees",
      recipe: () => [
        { id: "js", kind: "code", source: "return { id: 'cus_' + (1 + 1) }", input: {} },
        { ...steps.track, input: { identifier: "{{ steps.js.output.id }}", name: "made" } },
      ],
      journal: ["js code succeeded done", "track action succeeded 200"],
      requests: 1,
    },
    {
      name: "a notification",
      recipe: () => [{ id: "tell", kind: "notify", channel, message: "Look" }],
      journal: ["tell notify succeeded 200"],
      requests: 1,
    },
    {
      name: "a look-up that finds, and one that does not",
      recipe: () => [
        { ...look, connection: bench.stripe, found: [steps.track] },
        { ...look, id: "gone", connection: bench.stripe, none: [steps.update] },
      ],
      answers: [{}, {}, { status: 404, body: NOT_FOUND }],
      journal: [
        "who lookup succeeded 200",
        "who.found.track action succeeded 200",
        "gone lookup succeeded 404",
        "gone.none.update action succeeded 200",
      ],
      requests: 4,
    },
    {
      name: "a filter that lets nothing through",
      recipe: () => [
        { id: "only", kind: "filter", when: when("{{ trigger.data.object.id }}", "x") },
        steps.track,
      ],
      status: "filtered",
      journal: ["only filter filtered"],
      requests: 0,
    },
    {
      name: "a branch, either way",
      recipe: () => [
        {
          id: "vip",
          kind: "branch",
          paths: [{ id: "yes", when: when("{{ trigger.data.object.id }}", "cus_1"), steps: [steps.track] }],
        },
        {
          id: "other",
          kind: "branch",
          paths: [{ id: "yes", when: when("{{ trigger.data.object.id }}", "x"), steps: [] }],
          otherwise: [steps.update],
        },
      ],
      journal: [
        "vip branch succeeded",
        "vip.yes.track action succeeded 200",
        "other branch succeeded",
        "other.otherwise.update action succeeded 200",
      ],
      requests: 2,
    },
    {
      name: "a loop, some items at once",
      recipe: () => [each({ concurrency: 3 })],
      object: list(7),
      journal: [
        "each loop succeeded",
        ...[0, 1, 2, 3, 4, 5, 6].map((index) => `each[${index}].track action succeeded 200`),
      ],
      requests: 7,
    },
    {
      name: "a loop that goes on after an item failed",
      recipe: () => [each({ onError: "continue" })],
      object: list(2),
      answers: [{ status: 400 }],
      journal: [
        "each loop succeeded",
        "each[0].track action failed 400",
        "each[1].track action succeeded 200",
      ],
      requests: 2,
    },
    {
      name: "a loop that does something else where an item failed",
      recipe: () => [each({ onError: { goto: [{ ...steps.update, id: "mend" }] } })],
      object: list(1),
      answers: [{ status: 400 }],
      journal: [
        "each loop succeeded",
        "each[0].track action failed 400",
        "each[0].fallback.mend action succeeded 200",
      ],
      requests: 2,
    },
    {
      name: "a loop that an item ends",
      recipe: () => [each()],
      object: list(3),
      answers: [{}, { status: 400 }],
      status: "failed",
      journal: ["each loop failed", "each[0].track action succeeded 200", "each[1].track action failed 400"],
      requests: 2,
    },
    {
      name: "a wait until a time that is over",
      recipe: () => [{ id: "wait", kind: "delay", until: "2020-01-01" }, steps.track],
      journal: ["wait delay succeeded", "track action succeeded 200"],
      requests: 1,
    },
    {
      name: "only once",
      recipe: () => [{ id: "once", kind: "dedupe", key: "{{ trigger.id }}", window: "P1D" }, steps.track],
      journal: ["once dedupe succeeded", "track action succeeded 200"],
      requests: 1,
    },
    {
      name: "a stop",
      recipe: () => [{ id: "end", kind: "stop", status: "failed", message: "No" }, steps.track],
      status: "failed",
      journal: ["end stop succeeded"],
      requests: 0,
    },
    {
      name: "a card that is declined is a way, not an error",
      recipe: () => [{ ...pay(), onError: { goto: [steps.track] } }, steps.update],
      answers: [{ status: 402, body: DECLINED }],
      journal: [
        "pay action failed 402",
        "pay.fallback.track action succeeded 200",
        "update action succeeded 200",
      ],
      requests: 3,
    },
    {
      name: "a failure that the recipe goes on from",
      recipe: () => [{ ...steps.update, onError: "continue" }, steps.track],
      answers: [{ status: 404, body: NOT_FOUND }],
      journal: ["update action failed 404", "track action succeeded 200"],
      requests: 2,
    },
  ];

  describe("every kind of step", () => {
    test.each(cases)("$name", async ({ recipe, object, answers = [], status = "succeeded", ...expected }) => {
      stub.answers.push(...answers);
      const run = await execute(recipe(), object);
      expect(journal(run)).toEqual(expected.journal);
      expect(run.status).toBe(status);
      expect(stub.requests).toHaveLength(expected.requests);
    });

    test("the journal holds what each step was given", async () => {
      const run = await execute([each(), steps.update], list(1));
      expect(run.steps.map(({ path, input }) => [path, input])).toEqual([
        ["each", { count: 1 }],
        ["each[0].track", { identifier: "p0", name: "seen" }],
        ["update", { id: "cus_1", metadata: { seen: "yes" } }],
      ]);
    });
  });
}
