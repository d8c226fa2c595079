import { z } from "zod";

/** The buttons of the Stripe sandbox, in the order they are shown. `customer` says whether one must be chosen. */
export const SANDBOX_ACTIONS = [
  { id: "new_customer", label: "New customer", group: "Customers", customer: false },
  { id: "checkout_completed", label: "Checkout completed", group: "Customers", customer: false },
  { id: "update_customer", label: "Update customer", group: "Customers", customer: true },
  { id: "delete_customer", label: "Delete customer", group: "Customers", customer: true },
  { id: "subscribe", label: "Subscribe", group: "Subscriptions", customer: true },
  { id: "start_trial", label: "Start trial", group: "Subscriptions", customer: true },
  { id: "trial_will_end", label: "Trial will end", group: "Subscriptions", customer: true },
  { id: "change_plan", label: "Change plan", group: "Subscriptions", customer: true },
  { id: "cancel_at_period_end", label: "Cancel at period end", group: "Subscriptions", customer: true },
  { id: "cancel_subscription", label: "Cancel now", group: "Subscriptions", customer: true },
  { id: "payment_succeeds", label: "Payment succeeds", group: "Payments", customer: true },
  { id: "payment_fails", label: "Payment fails", group: "Payments", customer: true },
  { id: "refund", label: "Refund", group: "Payments", customer: true },
  { id: "dispute", label: "Dispute", group: "Payments", customer: true },
] as const;

export type SandboxActionId = (typeof SANDBOX_ACTIONS)[number]["id"];

/** One press of a button. `name`, `email` and `plan` are made up when they are not given. */
export const SandboxActInput = z.strictObject({
  action: z.enum(SANDBOX_ACTIONS.map((action) => action.id)),
  customerId: z.string().optional(),
  plan: z.enum(["starter", "pro", "scale"]).optional(),
  name: z.string().trim().min(1).max(120).optional(),
  email: z.email().optional(),
});
export type SandboxActInput = z.infer<typeof SandboxActInput>;

/** What a press did. */
export interface SandboxActResult {
  /** One sentence for the person who pressed. */
  message: string;
  customerId: string;
  /** The events it emitted, in order. */
  events: { id: string; type: string }[];
}

/** What a person may do with a message, as Customer.io reports it. */
export const SANDBOX_METRICS = [
  { id: "opened", label: "Opens it" },
  { id: "clicked", label: "Clicks a link" },
  { id: "bounced", label: "It bounces" },
  { id: "unsubscribed", label: "Unsubscribes" },
] as const;

export const SandboxReportInput = z.strictObject({
  messageId: z.string().min(1),
  metric: z.enum(SANDBOX_METRICS.map(({ id }) => id)),
});
export type SandboxReportInput = z.infer<typeof SandboxReportInput>;

/** What an OAuth authorise page was asked. */
export const AuthorizeInput = z.strictObject({
  clientId: z.string(),
  redirectUri: z.string(),
  state: z.string(),
  scope: z.string(),
  challenge: z.string().nullable(),
});
export type AuthorizeInput = z.infer<typeof AuthorizeInput>;

export const ResendInput = z.strictObject({ eventId: z.string().min(1) });
export const PersonInput = z.strictObject({ id: z.string().min(1) });
