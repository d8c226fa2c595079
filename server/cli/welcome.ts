import { env } from "~/server/env";
import { DEMO_EMAIL } from "./demo";
import { readKey } from "./keys";

/** What a person needs after start-up: the address, and how to sign in. */
export async function welcome(): Promise<string> {
  const password = await readKey("demo-password");
  const signIn = password
    ? ["  Sign in with the demo account", `    e-mail    ${DEMO_EMAIL}`, `    password  ${password}`]
    : ["  Sign up there: the first account makes its own workspace."];
  return ["", `  Billhook runs at ${env.APP_URL}`, "", ...signIn, "", "  Stop it with Ctrl-C.", ""].join(
    "\n",
  );
}
