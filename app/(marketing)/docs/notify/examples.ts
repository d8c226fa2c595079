export const MESSAGE_EXAMPLE = `POST /billhook HTTP/1.1
content-type: application/json
webhook-id: bh_5f1c…
webhook-timestamp: 1795510800
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

{
  "id": "bh_5f1c…",
  "type": "notification",
  "title": "Payment failed",
  "text": "ada@example.com could not be charged 49.00 EUR.",
  "recipe": { "id": "019a…", "name": "Failed payments" },
  "run": { "id": "019b…" },
  "link": "https://billhook.example.com/w/acme/runs/019b…"
}`;

/** Run by tests/integration/channels.test.ts, so that it stays true. */
export const VERIFY_EXAMPLE = `import { createHmac, timingSafeEqual } from "node:crypto";

/** secret: whsec_…; headers: the request's; body: the raw text, before JSON.parse */
export function isFromBillhook(secret, headers, body) {
  const id = headers["webhook-id"];
  const timestamp = headers["webhook-timestamp"];
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const expected = createHmac("sha256", key).update(\`\${id}.\${timestamp}.\${body}\`).digest();
  return headers["webhook-signature"].split(" ").some((one) => {
    const given = Buffer.from(one.replace("v1,", ""), "base64");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}`;
