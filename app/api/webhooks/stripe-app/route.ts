export { handleWebhookFetch as POST } from "~/server/events/door";
