/** A person as the simulated account keeps it. */
export interface Person {
  cio_id: string;
  id: string | null;
  /** Lower case, so that look-ups by e-mail do not depend on spelling. */
  email: string | null;
  attributes: Record<string, unknown>;
  /** When each attribute was last written, in Unix seconds of the write's own time. */
  timestamps: Record<string, number>;
  created_at: number;
}

/** Something that happened to a person, or to nobody known yet. */
export interface PersonEvent {
  id: string;
  person: string | null;
  anonymous_id: string | null;
  name: string;
  type: "event" | "page" | "screen";
  data: Record<string, unknown>;
  /** Unix seconds. */
  timestamp: number;
}

export interface Segment {
  id: number;
  name: string;
  description: string;
  /** `manual` unless said otherwise. */
  type?: "manual" | "dynamic";
}

/** One person in one manual segment. */
export interface SegmentMember {
  segment: string;
  person: string;
  added_at: number;
}

/** A transactional message that was sent. */
export interface Message {
  delivery_id: string;
  person: string | null;
  to: string;
  /** `email` unless said otherwise. */
  channel?: string;
  transactional_message_id: string | null;
  subject: string | null;
  body: string | null;
  from: string | null;
  message_data: Record<string, unknown>;
  identifiers: Record<string, unknown>;
  /** Unix seconds. */
  queued_at: number;
}

/** The manual segments that a new account has. */
export const SEGMENTS: readonly Segment[] = [
  { id: 1, name: "Customers", description: "People who pay for a subscription." },
  { id: 2, name: "Trialing", description: "People in a trial." },
  { id: 3, name: "VIPs", description: "People on the largest plan." },
  { id: 4, name: "At risk", description: "People whose last payment failed." },
  { id: 5, name: "Churned", description: "People who canceled." },
];
