import type { Step } from "~/server/recipes/definition";

export interface StepGuide {
  kind: Step["kind"];
  /** What it does, and what happens at the edges. */
  summary: string;
  /** What later steps can use; absent where there is nothing. */
  output?: string;
  example: object;
}

/** What is to know about each kind of step, in the order in which people meet them. */
export const STEP_GUIDES: readonly StepGuide[] = [
  {
    kind: "action",
    summary:
      "Does one thing in an account: its page under Docs has the fields, a real request and what happens on failure. What goes wrong for a while is tried again by itself.",
    output: "What the app answered.",
    example: {
      kind: "action",
      action: "customerio.person.upsert",
      input: { identifier: "{{ trigger.data.object.customer }}" },
    },
  },
  {
    kind: "lookup",
    summary:
      "Finds something with an action that only reads, and goes one way if it is there and another if it is not. Several matches stop the run, unless you take the first or give them a path of their own.",
    output: "match (found, none or many), count, item (the first one) and items.",
    example: {
      kind: "lookup",
      action: "customerio.person.find",
      input: { email: "{{ trigger.data.object.email }}" },
      found: [],
      none: [],
    },
  },
  {
    kind: "loop",
    summary:
      "Does its steps once for each item of a list. In them there is loop.item, loop.index (from 0), loop.number (from 1), loop.count and, in a loop inside a loop, loop.parent. A filter passes over that item only, a Stop ends the whole run, and “if an item fails” holds for each item. A list longer than “most items” fails the step before the first item.",
    output: "count, succeeded, filtered, failed, and items with what was kept of each.",
    example: {
      kind: "loop",
      over: "{{ trigger.data.object.lines.data }}",
      steps: [],
      collect: "{{ loop.item.id }}",
    },
  },
  {
    kind: "branch",
    summary: "Takes the first path whose condition holds, from the top. When none does, “otherwise” is done.",
    example: {
      kind: "branch",
      paths: [
        { id: "big", when: { left: "{{ trigger.data.object.amount }}", op: "gte", right: 10000 }, steps: [] },
      ],
      otherwise: [],
    },
  },
  {
    kind: "filter",
    summary:
      "Goes on only when its condition holds. Otherwise the run ends as filtered; in a loop only the item does.",
    example: { kind: "filter", when: { left: "{{ trigger.livemode }}", op: "eq", right: true } },
  },
  {
    kind: "dedupe",
    summary: "Lets the first run with a key pass, and no other within the window.",
    example: { kind: "dedupe", key: "{{ trigger.data.object.customer }}", window: "P1D" },
  },
  {
    kind: "delay",
    summary:
      "Waits for a while or until a time, also over restarts. A time that has passed is not waited for.",
    example: { kind: "delay", until: "{{ trigger.data.object.trial_end }}" },
  },
  {
    kind: "http",
    summary:
      "Sends one request to a public address. Secrets come from a connection of the kind HTTP and go to its address only. A status of 400 or more fails the step, unless it takes every answer.",
    output: "status, headers and body.",
    example: {
      kind: "http",
      method: "POST",
      url: "https://api.example.com/orders",
      bodyType: "json",
      body: { id: "{{ trigger.data.object.id }}" },
    },
  },
  {
    kind: "code",
    summary:
      "Runs JavaScript in a sandbox: the body of an async function of input. It sees what you name as input and nothing else, without network and files.",
    output: "What it returns.",
    example: {
      kind: "code",
      input: { amount: "{{ trigger.data.object.amount }}" },
      source: "return { euros: input.amount / 100 };",
    },
  },
  {
    kind: "notify",
    summary: "Sends your own people a message through a channel of the workspace.",
    output: "delivered.",
    example: {
      kind: "notify",
      channel: "…",
      title: "A payment failed",
      message: "{{ trigger.data.object.customer_email }}",
    },
  },
  {
    kind: "stop",
    summary: "Ends the run here, also out of a loop or a fallback.",
    example: { kind: "stop", status: "succeeded", message: "No plan with this name" },
  },
];
