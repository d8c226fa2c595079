import type { Condition, Step } from "~/server/recipes/definition";
import { describeTest } from "../describe";
import type { Act } from "../intent";
import type { Test } from "../tests";
import { conditionOf, needsCustomer, type Where } from "./conditions";
import type { Wish } from "./fill";
import { freshIds } from "./fresh-ids";
import { inputOf } from "./inputs";
import { isAboutNobody, isOfPrices, listOf, tellsNoSubscription } from "./needs";
import { sharedReads } from "./shared-reads";
import { idOfThing, ofItem, type Subject } from "./subject";
import { plainStep } from "./team-steps";

/** Writes acts as steps, with the reads they need before them. */
export class StepWriter {
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

  private readonly fresh = freshIds();

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
    reads.push(...this.readsOfWays(act));
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

  /** What each way would look up for itself is looked up before the ways part. */
  private readsOfWays({ paths, otherwise }: Extract<Act, { kind: "ways" }>): Step[] {
    const ways = [...paths.map(({ acts }) => acts), otherwise].map((acts) => {
      const writer = new StepWriter(this.subject, this.topic);
      writer.done = new Map(this.done);
      writer.hasWaited = this.hasWaited;
      return writer.write(acts);
    });
    return sharedReads(ways).flatMap(({ action, id }) =>
      action === "stripe.subscription.list"
        ? this.subscriptionsOf()
        : this.read(action, id.replace(/_\d+$/, "")),
    );
  }

  private deed(act: Extract<Act, { kind: "do" }>): Step[] {
    const { deed, text, tokens } = act;
    const { topic, subject, done } = this;
    const plain = plainStep(deed.id, this.fresh, { text, tokens, topic, subject, done });
    if (plain) return [plain];
    if (this.done.has(deed.id) && deed.effect === "read") return [];
    if (deed.id === "stripe.refund.create")
      return [...this.paymentsFor(), this.action(deed.id, "refund", text, tokens)];
    return [
      ...this.rowsFor(deed.id, text),
      ...this.readsBefore(deed.id),
      this.action(deed.id, deed.id.split(".").slice(1).join("_"), text, tokens),
    ];
  }

  /** A collection is replaced by all of its rows, so they are listed first. */
  private rowsFor(id: string, text: string): Step[] {
    return isOfPrices(id, `${text} ${this.subject.event}`) ? this.read("stripe.price.list", "prices") : [];
  }

  private readsBefore(id: string): Step[] {
    const { subject } = this;
    const isOfStripe = id.startsWith("stripe.");
    if (isAboutNobody(id) && !(id === "stripe.promotion_code.create" && subject.via === "charge")) return [];
    const needsSubscription = /^stripe\.subscription\.(cancel|update|resume|extend_trial)$/.test(id);
    if (
      subject.via === "charge" &&
      !/^stripe\.(invoice|payment_intent\.c[ao])/.test(id.replace("invoice_item", "item"))
    )
      return [...this.findCustomer(), ...(needsSubscription ? this.subscriptionsOf() : this.addressFor(id))];
    const needsList =
      isOfStripe &&
      subject.via === "email" &&
      !this.done.has("stripe.customer.upsert") &&
      !this.done.has("stripe.customer.create");
    if (needsList && !/^stripe\.quote\.finalize/.test(id)) {
      const customers = this.read("stripe.customer.list", "customers");
      if (!/^stripe\.subscription\.(cancel|update|get|resume|extend_trial)$/.test(id)) return customers;
      return [...customers, ...this.subscriptionsOf()];
    }
    if (needsSubscription && tellsNoSubscription(subject.event)) return this.subscriptionsOf();
    return this.addressFor(id);
  }

  /** What is paid back has to be found where the event tells no payment. */
  private paymentsFor(): Step[] {
    const { subject, done } = this;
    const isTold =
      subject.trigger === "webhook" ||
      idOfThing("charge", subject.event) !== null ||
      idOfThing("payment_intent", subject.event) !== null;
    if (isTold || done.has("loop") || done.has("stripe.payment_intent.find")) return [];
    const customers = subject.via === "email" ? this.read("stripe.customer.list", "customers") : [];
    const isKnown = subject.customer !== null || done.has("stripe.customer.list");
    return isKnown ? [...customers, ...this.read("stripe.charge.find", "charges")] : customers;
  }

  private subscriptionsOf(): Step[] {
    if (this.done.has("stripe.subscription.list")) return [];
    const customers = this.done.get("stripe.customer.list");
    const customer =
      this.subject.customer ??
      (customers ? `{{ steps.${customers}.output.data[0].id }}` : this.subject.person);
    const id = this.fresh("subscriptions");
    this.done.set("stripe.subscription.list", id);
    return [listOf("stripe.subscription.list", id, customer)];
  }

  private addressFor(id: string): Step[] {
    const { subject } = this;
    if (id !== "customerio.email.send" || subject.email !== null || this.done.has("loop")) return [];
    return [...this.findCustomer(), ...this.read("stripe.customer.get", "customer")];
  }

  private action(action: string, base: string, text: string, tokens: Wish["tokens"]): Step {
    const id = this.fresh(base);
    const subject = this.done.has("loop") ? ofItem(this.subject, this.done) : this.subject;
    const { done, topic } = this;
    const { input, onMissing } = inputOf(action, { text, tokens, subject, done, topic });
    this.done.set(action, id);
    // "take them out of it again": the segment that was spoken of last.
    if (typeof input.segment === "string") this.done.set("segment", input.segment);
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

  /** Everything after a list is done for each of its items. */
  loop(list: string, acts: readonly Act[], name: string): Step {
    const id = this.fresh("each");
    this.done.set("loop", id);
    const reads =
      acts.some((act) => act.kind === "do" && act.deed.id === "customerio.email.send") && list !== "invoice"
        ? this.read("stripe.customer.get", "customer")
        : [];
    const steps = [...reads, ...this.write(acts)];
    this.done.delete("loop");
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
