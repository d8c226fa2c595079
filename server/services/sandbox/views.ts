/** What the sandbox pages show; times ISO 8601, money in minor units. */

export interface SandboxCustomerView {
  id: string;
  name: string | null;
  email: string | null;
  createdAt: string;
  delinquent: boolean;
  subscription: {
    id: string;
    plan: string;
    status: string;
    amount: number;
    currency: string;
    cancelsAtPeriodEnd: boolean;
    periodEndsAt: string;
  } | null;
  openInvoice: { id: string; number: string | null; amount: number; currency: string } | null;
}

export interface EmittedEventView {
  id: string;
  type: string;
  createdAt: string;
  customerId: string | null;
  delivery: { status: "pending" | "delivered" | "undelivered"; attempts: number; detail: string | null };
  /** Billhook's own record of it, once it arrived. */
  received: { id: string; fate: string; runs: { id: string; recipeName: string; status: string }[] } | null;
}

export interface StripeSandboxView {
  connectionId: string | null;
  customers: SandboxCustomerView[];
  events: EmittedEventView[];
}

export interface PersonRow {
  /** The person's `cio_id`. */
  id: string;
  externalId: string | null;
  email: string | null;
  name: string | null;
  createdAt: string;
  updatedAt: string;
  segments: string[];
  events: number;
  messages: number;
}

export interface TimelineEntry {
  id: string;
  name: string;
  type: "event" | "page" | "screen";
  data: Record<string, unknown>;
  at: string;
}

export interface MessageView {
  id: string;
  to: string;
  template: string | null;
  subject: string | null;
  data: Record<string, unknown>;
  at: string;
}

export interface PersonView {
  id: string;
  externalId: string | null;
  email: string | null;
  createdAt: string;
  attributes: { name: string; value: unknown; writtenAt: string | null }[];
  segments: { id: number; name: string; addedAt: string }[];
  events: TimelineEntry[];
  messages: MessageView[];
}

export interface CustomerioSandboxView {
  connectionId: string | null;
  people: PersonRow[];
  segments: { id: number; name: string; description: string; members: number }[];
}
