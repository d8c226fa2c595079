export {
  handleWebhookFetch as GET,
  handleWebhookFetch as PATCH,
  handleWebhookFetch as POST,
  handleWebhookFetch as PUT,
} from "~/server/events/door";
