import { getAction } from "~/server/connectors/catalog";
import type { Condition, Step } from "~/server/recipes/definition";
import { describeTest } from "../describe";
import type { Act } from "../intent";
import { slug } from "../names";
import type { Test } from "../tests";
import { conditionOf, needsCustomer, type Where } from "./conditions";
import { inputOf, type Wish } from "./inputs";
import { channelName } from "./message";
import type { Subject } from "./subject";

/** Writes acts as steps, with the reads they need before them. */
export class StepWriter {
  private readonly used = new Set<string>();
  private done = new Map<string, string>();
  /** True once some time has passed, so that what the event brought is old. */
  private hasWaited = false;

  constructor(
    private readonly subject: Subject,
    private readonly topic: string,
  ) {}

  write(acts: readonly Act[]): Step[] {
    const steps: Step[] = [];
    const first = acts.findIndex(({ kind }) => kind === "do");
    for (const [index, act] of acts.entries()) {
      // Read once, before the first thing is done, so that every later step may use it.
      if (index === first && acts.some((one) => one.kind === "do" && one.deed.id === "customerio.email.send"))
        steps.push(...this.addressFor("customerio.email.send"));
      if (act.kind === "wait") {
        this.hasWaited = true;
        steps.push({ id: this.fresh("wait"), kind: "delay", for: act.iso });
      } else if (act.kind === "once")
        steps.push({ id: this.fresh("once"), kind: "dedupe", key: this.subject.person, window: act.window });
      else if (act.kind === "test") steps.push(...this.readsFor(act.tests), this.filter(act.tests));
      else if (act.kind === "ways") steps.push(...this.branch(act));
      else steps.push(...this.deed(act));
    }
    return steps;
  }

  private fresh(base: string): string {
    const name = (slug(base) || "step").replace(/^[^a-z]+/, "").slice(0, 36) || "step";
    for (let count = 1; ; count += 1) {
      const id = count === 1 ? name : `${name}_${count}`;
      if (this.used.has(id)) continue;
      this.used.add(id);
      return id;
    }
  }

  private filter(tests: readonly Test[]): Step {
    const name = tests.map(describeTest).join(", ").slice(0, 120);
    return { id: this.fresh("only_if"), kind: "filter", name, when: this.condition(tests) };
  }

  private condition(tests: readonly Test[]): Condition {
    return conditionOf(tests, this.where(tests));
  }

  private where(tests: readonly Test[]): Where {
    const { event, trigger } = this.subject;
    const again = this.isOld(tests)
      ? (this.done.get("stripe.invoice.get") ?? this.done.get("stripe.subscription.get"))
      : undefined;
    const customer = this.done.get("stripe.customer.get");
    const root = this.done.has("loop")
      ? "loop.item"
      : again
        ? `steps.${again}.output`
        : trigger === "webhook"
          ? "trigger.data.body"
          : trigger === "stripe.event"
            ? "trigger.data.object"
            : "trigger.data";
    return { event, trigger, root, customer: customer ? `steps.${customer}.output` : "trigger.data.object" };
  }

  /** A status asked for after a wait has to be read again. */
  private isOld(tests: readonly Test[]): boolean {
    return this.hasWaited && tests.some(({ about }) => about === "status");
  }

  private readsFor(tests: readonly Test[]): Step[] {
    const { event } = this.subject;
    const reads: Step[] = [];
    if (this.isOld(tests) && event.startsWith("invoice."))
      reads.push(...this.read("stripe.invoice.get", "invoice"));
    if (this.isOld(tests) && event.startsWith("customer.subscription."))
      reads.push(...this.read("stripe.subscription.get", "subscription"));
    if (needsCustomer(tests, this.subject))
      reads.push(...this.findCustomer(), ...this.read("stripe.customer.get", "customer"));
    return reads;
  }

  private read(action: string, id: string): Step[] {
    return this.done.has(action) ? [] : [this.action(action, id, "", [])];
  }

  /** What has to be looked up before the customer is known. */
  private findCustomer(): Step[] {
    return this.subject.via === "charge" ? this.read("stripe.charge.find", "charge") : [];
  }

  private branch(act: Extract<Act, { kind: "ways" }>): Step[] {
    const reads = act.paths.flatMap(({ tests }) => this.readsFor(tests));
    const before = new Map(this.done);
    const id = this.fresh("branch");
    const paths = act.paths.map(({ tests, acts }) => {
      this.done = new Map(before);
      const name = tests.map(describeTest).join(", ").slice(0, 120) || "Yes";
      const when: Condition = tests.length > 0 ? this.condition(tests) : { left: true, op: "is_true" };
      return { id: this.fresh("path"), name, when, steps: this.write(acts) };
    });
    this.done = new Map(before);
    const otherwise = this.write(act.otherwise);
    this.done = before;
    return [...reads, { id, kind: "branch", paths, ...(otherwise.length > 0 ? { otherwise } : {}) }];
  }

  private deed(act: Extract<Act, { kind: "do" }>): Step[] {
    const { deed, text, tokens } = act;
    if (deed.id === "core.notify") return [this.notify(text, tokens)];
    if (deed.id === "core.http") return [this.request(text, tokens)];
    if (deed.id === "core.code")
      return [
        {
          id: this.fresh("code"),
          kind: "code",
          source: "return input;",
          input: { event: "{{ trigger }}" },
          onError: "fail",
        },
      ];
    if (this.done.has(deed.id) && deed.effect === "read") return [];
    const step = () => this.action(deed.id, deed.id.split(".").slice(1).join("_"), text, tokens);
    const reads = this.readsBefore(deed.id);
    return [...reads, step()];
  }

  private readsBefore(id: string): Step[] {
    const { subject } = this;
    const isOfStripe = id.startsWith("stripe.");
    const isAboutNobody =
      /^stripe\.(coupon|promotion_code|product|price|balance|event|charge|payment_link|customer\.(list|search|create|upsert))|\.(batch|collection|campaign|broadcast)/.test(
        id,
      );
    if (isAboutNobody && !(id === "stripe.promotion_code.create" && subject.via === "charge")) return [];
    if (subject.via === "charge" && !/^stripe\.refund|^stripe\.invoice|payment_intent/.test(id))
      return [...this.findCustomer(), ...this.addressFor(id)];
    const needsList =
      isOfStripe &&
      subject.via === "email" &&
      !this.done.has("stripe.customer.upsert") &&
      !this.done.has("stripe.customer.create");
    if (needsList && !/^stripe\.(refund|quote)/.test(id)) {
      const customers = this.read("stripe.customer.list", "customers");
      if (!/^stripe\.subscription\.(cancel|update|get|resume|extend_trial)$/.test(id)) return customers;
      return [...customers, ...this.subscriptionsOf()];
    }
    if (
      /^stripe\.subscription\.(cancel|update|resume|extend_trial)$/.test(id) &&
      /^(payment_intent|charge|customer\.(deleted|updated|created|source|discount|tax)|payment_method|quote)/.test(
        subject.event,
      )
    )
      return this.subscriptionsOf();
    return this.addressFor(id);
  }

  private subscriptionsOf(): Step[] {
    if (this.done.has("stripe.subscription.list")) return [];
    const customers = this.done.get("stripe.customer.list");
    const customer =
      this.subject.customer ??
      (customers ? `{{ steps.${customers}.output.data[0].id }}` : this.subject.person);
    const id = this.fresh("subscriptions");
    this.done.set("stripe.subscription.list", id);
    return [
      {
        id,
        kind: "action",
        action: "stripe.subscription.list",
        connection: null,
        input: { customer, limit: 1 },
        onError: "fail",
      },
    ];
  }

  private addressFor(id: string): Step[] {
    const { subject } = this;
    if (id !== "customerio.email.send" || subject.email !== null || this.done.has("loop")) return [];
    return this.read("stripe.customer.get", "customer");
  }

  private action(action: string, base: string, text: string, tokens: Wish["tokens"]): Step {
    const id = this.fresh(base);
    const subject = this.done.has("loop") ? this.ofItem() : this.subject;
    const sample = getAction(action)?.sample.input ?? {};
    const { input, onMissing } = inputOf(
      action,
      { text, tokens, subject, done: this.done, topic: this.topic },
      sample,
    );
    this.done.set(action, id);
    return {
      id,
      kind: "action",
      action,
      connection: null,
      input,
      ...(onMissing ? { onMissing } : {}),
      onError: "fail",
    };
  }

  /** In a loop everything is about its item. */
  private ofItem(): Subject {
    const customer = "{{ loop.item.customer }}";
    const read = this.done.get("stripe.customer.get");
    const email = read ? `{{ steps.${read}.output.email }}` : "{{ loop.item.customer_email }}";
    return { ...this.subject, customer, person: customer, email };
  }

  private notify(text: string, tokens: Wish["tokens"]): Step {
    const said = /["“]([^"”]{3,})["”]/.exec(text)?.[1];
    const what = this.topic.replaceAll("_", " ");
    const title = what.charAt(0).toUpperCase() + what.slice(1);
    return {
      id: this.fresh("tell_team"),
      kind: "notify",
      channel: channelName(text, tokens),
      title,
      message: said ?? this.factsOf(title),
      onError: "fail",
    };
  }

  /** One line that says what happened, to whom, and where to look. */
  private factsOf(title: string): string {
    const { trigger, event } = this.subject;
    const balance = this.done.get("stripe.balance.get");
    if (balance)
      return `{% for one in steps.${balance}.output.available %}{{ one.amount | money: one.currency }} {% endfor %}`;
    if (trigger === "stripe.event") return `${title}: {{ trigger.data.object.id }}`;
    if (trigger === "customerio.reporting" && event !== "")
      return `${title}: {{ trigger.data.identifiers.email | default: trigger.data.recipient }}`;
    return `${title}.`;
  }

  private request(text: string, tokens: Wish["tokens"]): Step {
    const url = tokens.find(({ kind }) => kind === "url")?.text ?? "https://api.example.com/";
    const verb = /\b(GET|POST|PUT|PATCH|DELETE)\b/.exec(text)?.[1] ?? "POST";
    const body =
      verb === "GET"
        ? {}
        : {
            bodyType: "json" as const,
            body: { event: "{{ trigger.id }}", type: "{{ trigger.type }}", data: "{{ trigger.data }}" },
          };
    return { id: this.fresh("request"), kind: "http", method: verb, url, ...body, onError: "fail" };
  }

  /** Everything after a list is done for each of its items. */
  loop(list: string, acts: readonly Act[], name: string): Step {
    const id = this.fresh("each");
    this.done.set("loop", id);
    const reads =
      acts.some((act) => act.kind === "do" && act.deed.id === "customerio.email.send") && list !== "invoice"
        ? this.read("stripe.customer.get", "customer")
        : [];
    const steps = [...reads, ...this.write(acts)];
    return {
      id,
      kind: "loop",
      name,
      over: `{{ steps.${this.done.get(`stripe.${list}.list`) ?? "list"}.output.data }}`,
      concurrency: 1,
      limit: 1000,
      steps,
      onError: "continue",
    };
  }
}
