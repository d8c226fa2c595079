import { startStack } from "./stack";

/** Starts the product once for all browser tests and tells them where it is and how to sign in. */
export default async function setup(): Promise<() => Promise<void>> {
  const stack = await startStack({ STRIPE_OAUTH_CLIENT_ID: "sandbox" });
  process.env.E2E_URL = stack.url;
  process.env.E2E_PASSWORD = await stack.demoPassword();
  process.env.E2E_DATABASE = await stack.databaseUrl();
  process.env.E2E_TOKEN = await stack.token();
  return async () => {
    await stack.stop();
    if (process.env.E2E_OUTPUT) console.log(stack.output());
  };
}
