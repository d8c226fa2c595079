import { describe, expect, it } from "vitest";
import { whyNot } from "~/components/sandbox/action-availability";
import { formatMoney } from "~/components/sandbox/format-money";
import { randomPerson } from "~/server/sandbox/stripe/names";
import { SANDBOX_ACTIONS } from "~/server/services/sandbox/schemas";
import type { SandboxCustomerView } from "~/server/services/sandbox/views";

type Subscription = NonNullable<SandboxCustomerView["subscription"]>;

function customer(status: string | null): SandboxCustomerView {
  const subscription: Subscription = {
    id: "sub_1",
    plan: "Pro",
    status: status ?? "",
    amount: 4900,
    currency: "usd",
    cancelsAtPeriodEnd: false,
    periodEndsAt: "2026-11-24T00:00:00.000Z",
  };
  return {
    id: "cus_1",
    name: "Ada",
    email: null,
    createdAt: "2026-11-24T00:00:00.000Z",
    delinquent: false,
    subscription: status ? subscription : null,
    openInvoice: null,
  };
}

function offered(whom: SandboxCustomerView | null): string[] {
  return SANDBOX_ACTIONS.filter(({ id }) => whyNot(id, whom) === null).map(({ id }) => id);
}

describe("the buttons that apply", () => {
  it("are only the two that need nobody, before there is a customer", () => {
    expect(offered(null)).toEqual(["new_customer", "checkout_completed"]);
  });

  it("follow the subscription", () => {
    expect(offered(customer(null))).toEqual(expect.arrayContaining(["subscribe", "start_trial"]));
    expect(offered(customer(null))).not.toContain("payment_fails");
    expect(offered(customer("active"))).toEqual(
      expect.arrayContaining(["payment_fails", "cancel_subscription", "refund"]),
    );
    expect(offered(customer("active"))).not.toContain("subscribe");
    expect(offered(customer("active"))).not.toContain("trial_will_end");
    expect(offered(customer("trialing"))).toContain("trial_will_end");
    expect(offered(customer("canceled"))).toContain("subscribe");
  });
});

describe("small words", () => {
  it("money is shown in its own currency's units", () => {
    expect(formatMoney(4900, "usd")).toBe("$49.00");
    expect(formatMoney(4900, "jpy")).toBe("¥4,900");
  });

  it("made-up people have plain addresses that reach nobody", () => {
    for (let n = 0; n < 500; n += 1) {
      expect(randomPerson().email).toMatch(/^[a-z]+\.[a-z]+\d{2}@[a-z]+\.example$/);
    }
  });
});
