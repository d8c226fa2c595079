import type { ConnectionView } from "~/server/services/connection/schemas";

export const APP_NAME: Record<ConnectionView["app"], string> = {
  stripe: "Stripe",
  customerio: "Customer.io",
  http: "Web API",
};

/** What a person recognises the account by. */
export function accountText(connection: ConnectionView): string {
  return connection.accountLabel ?? (connection.sandbox ? "Simulated account" : "—");
}
