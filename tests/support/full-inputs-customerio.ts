import type { FullInputs } from "./full-inputs";

const when = 1_790_000_000;
const message = {
  message_data: { amount: "$49.00" },
  reply_to: "help@example.com",
  bcc: "audit@example.com",
  language: "fr",
  send_at: "2026-12-31",
  send_to_unsubscribed: true,
  queue_draft: false,
};

/** Fields that exclude each other are spread over several inputs. */
export const FULL_CUSTOMERIO: FullInputs = {
  "customerio.person.upsert": {
    identifier: "cus_1",
    email: "ada@example.com",
    attributes: { plan: "pro" },
    created_at: when,
    unsubscribed: false,
    update_only: true,
  },
  "customerio.event.track": {
    identifier: "cus_1",
    name: "paid",
    data: { amount: 4900 },
    timestamp: "2026-09-21T14:13:20Z",
  },
  "customerio.segment.add": { segment: 7, ids: ["ada@example.com"], id_type: "email" },
  "customerio.email.send": [
    {
      ...message,
      to: "ada@example.com",
      transactional_message_id: "receipt",
      identifiers: { id: "cus_1" },
      preheader: "Thank you",
    },
    {
      to: "ada@example.com",
      from: "help@example.com",
      subject: "Thank you",
      body: "<p>Thank you</p>",
      identifiers: { email: "ada@example.com" },
    },
    { to: "ada@example.com", transactional_message_id: 3, identifiers: { cio_id: "a3000001" } },
  ],
};
