export { finishStripeOAuth as GET } from "~/server/api/oauth-door";
