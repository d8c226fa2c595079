import type { Step } from "./definition";

export interface StepDoc {
  kind: Step["kind"];
  /** One or two sentences: what it does, and what it yields. */
  summary: string;
  /** How it stands in a definition; a test reads each. */
  example: Record<string, unknown>;
}

const track = (name: string, identifier: string) => ({
  id: name,
  kind: "action",
  action: "customerio.event.track",
  connection: "conn_…",
  input: { identifier, name },
});

/** Every kind of step, as its docs and the schema's test need it. */
export const STEP_DOCS: readonly StepDoc[] = [
  {
    kind: "action",
    summary:
      "One operation in Stripe, Customer.io or Billhook. Later steps read what it answered as steps.<id>.output.",
    example: {
      id: "person",
      kind: "action",
      action: "customerio.person.upsert",
      connection: "conn_…",
      input: {
        identifier: "{{ trigger.data.object.customer }}",
        attributes: { plan: "{{ trigger.data.object.items.data[0].price.nickname }}" },
      },
      onMissing: { "attributes.plan": "unknown" },
      onError: "fail",
    },
  },
  {
    kind: "filter",
    summary:
      "Goes on only when the condition holds; otherwise the run ends as filtered. In a loop it passes over the item.",
    example: {
      id: "large",
      kind: "filter",
      when: { left: "{{ trigger.data.object.amount_due }}", op: "gte", right: 10_000 },
    },
  },
  {
    kind: "branch",
    summary:
      "Takes the first path whose condition holds, else “otherwise”, and then goes on with the step after.",
    example: {
      id: "size",
      kind: "branch",
      paths: [
        {
          id: "big",
          name: "Over $100",
          when: { left: "{{ trigger.data.object.amount_due }}", op: "gt", right: 10_000 },
          steps: [track("big_invoice", "{{ trigger.data.object.customer }}")],
        },
      ],
      otherwise: [track("invoice", "{{ trigger.data.object.customer }}")],
    },
  },
  {
    kind: "loop",
    summary:
      "Does its steps for each item of a list. Inside, loop.item is the item, loop.index counts from 0 and loop.number from 1. Each item has rows of its own in the log, so a loop that was cut off goes on where it stood. A list longer than the limit fails the step: nothing is left out silently. All loops of a run come to 20,000 items at most, those of a loop inside a loop counted each time. Its output is { count, succeeded, filtered, failed, items }, where items holds what “collect” yields.",
    example: {
      id: "each",
      kind: "loop",
      over: "{{ trigger.data.object.lines.data }}",
      concurrency: 2,
      limit: 100,
      steps: [track("bought", "{{ trigger.data.object.customer }}")],
      collect: "{{ loop.item.description }}",
      onError: "continue",
    },
  },
  {
    kind: "lookup",
    summary:
      "Looks for something with an action that only reads, and goes one way when there is one match, another when there is none, and a third when there are several. What does not exist is an answer here, not a failure. Its output is { match, count, item, items }.",
    example: {
      id: "who",
      kind: "lookup",
      action: "stripe.customer.list",
      connection: "conn_…",
      input: { email: "{{ trigger.data.body.email }}" },
      found: [track("known", "{{ steps.who.output.item.id }}")],
      none: [{ id: "end", kind: "stop", status: "filtered" }],
      many: "first",
    },
  },
  {
    kind: "http",
    summary:
      "One request to any public address. The credentials are a connection's, and go to that connection's address only. Its output is { status, headers, body }.",
    example: {
      id: "crm",
      kind: "http",
      method: "POST",
      url: "https://api.example.com/customers",
      connection: "conn_…",
      bodyType: "json",
      body: { id: "{{ trigger.data.object.customer }}" },
      timeout: "PT10S",
    },
  },
  {
    kind: "code",
    summary:
      "JavaScript in a sandbox, without network, files or clock. It is the body of an async function of input; what it returns is the output.",
    example: {
      id: "total",
      kind: "code",
      source: "return { total: input.lines.reduce((sum, line) => sum + line.amount, 0) };",
      input: { lines: "{{ trigger.data.object.lines.data }}" },
    },
  },
  {
    kind: "notify",
    summary: "Sends a message through one of the workspace's channels: e-mail, Slack, or a signed webhook.",
    example: {
      id: "tell",
      kind: "notify",
      channel: "channel_…",
      title: "Dispute",
      message: "{{ trigger.data.object.amount | money: trigger.data.object.currency }} is disputed.",
    },
  },
  {
    kind: "delay",
    summary:
      "Waits for a duration or until a time of the data, at most 366 days, over restarts and deploys. The run goes on with the version it began with. A test does not wait.",
    example: { id: "wait", kind: "delay", for: "P3D" },
  },
  {
    kind: "dedupe",
    summary: "Lets the first run with a key pass, and none after it within the window.",
    example: { id: "once", kind: "dedupe", key: "{{ trigger.data.object.customer }}", window: "P7D" },
  },
  {
    kind: "stop",
    summary: "Ends the run here, as succeeded, filtered or failed. In a loop it ends the whole run.",
    example: { id: "end", kind: "stop", status: "failed", message: "No plan with this name." },
  },
];
