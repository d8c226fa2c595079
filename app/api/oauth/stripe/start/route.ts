export { startStripeOAuth as GET } from "~/server/api/oauth-door";
