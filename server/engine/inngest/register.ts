import { serve } from "inngest/edge";
import { z } from "zod";
import { env } from "~/server/env";
import { log } from "~/server/log";
import { inngestUrl } from "~/server/services/health/inngest";
import { inngest } from "./client";
import { functions } from "./functions";

const AGAIN_MS = 30_000;

const Answer = z.object({ message: z.string().optional() }).catch({});

/** Tells Inngest which functions are here, at APP_URL. Returns why it would not have them, or null. */
export async function register(): Promise<string | null> {
  const address = new URL("/api/inngest", env.APP_URL);
  const handler = serve({ client: inngest, functions });
  const response = await handler(new Request(address, { method: "PUT", headers: { host: address.host } }));
  if (response.ok) return null;
  const { message = `It answered ${response.status}.` } = Answer.parse(
    await response.json().catch(() => ({})),
  );
  return message;
}

/** Registers until Inngest has heard it, and says how it went. Returns how to stop trying. */
export function keepRegistering(): () => void {
  let timer: NodeJS.Timeout | undefined;
  const attempt = async () => {
    const problem = await register().catch(String);
    if (problem === null) return log.info(`Inngest at ${inngestUrl()} has this install's functions`);
    log.error(
      `Inngest at ${inngestUrl()} did not accept this install's functions: ${problem} Check INNGEST_BASE_URL, INNGEST_SIGNING_KEY, and that Inngest reaches ${env.APP_URL}/api/inngest.`,
    );
    timer = setTimeout(attempt, AGAIN_MS);
  };
  void attempt();
  return () => clearTimeout(timer);
}
