import { env } from "~/server/env";

const PATIENCE_MS = 3_000;
const KEEP_MS = 10_000;

const isDev = env.INNGEST_DEV !== undefined && !["0", "false"].includes(env.INNGEST_DEV);

/** Where Inngest's API is, by the same rules as its SDK's. */
export function inngestUrl(): string {
  if (env.INNGEST_BASE_URL) return env.INNGEST_BASE_URL.replace(/\/$/, "");
  if (env.INNGEST_DEV && URL.canParse(env.INNGEST_DEV)) return env.INNGEST_DEV.replace(/\/$/, "");
  return isDev || env.NODE_ENV !== "production" ? "http://localhost:8288" : "https://api.inngest.com";
}

/** What is missing in the environment for `ENGINE=inngest`, and how to mend it; null when nothing is. */
export function missingSettings(): string | null {
  if (isDev || env.NODE_ENV !== "production") return null;
  const missing = [
    env.INNGEST_EVENT_KEY ? [] : ["INNGEST_EVENT_KEY"],
    env.INNGEST_SIGNING_KEY ? [] : ["INNGEST_SIGNING_KEY"],
  ].flat();
  if (missing.length === 0) return null;
  const where = env.INNGEST_BASE_URL
    ? `They are what \`inngest start\` at ${env.INNGEST_BASE_URL} was given as --event-key and --signing-key.`
    : "Copy them from Inngest Cloud (Manage → Event keys, Signing key). For a server of your own set INNGEST_BASE_URL too; for `npx inngest-cli dev` set INNGEST_DEV=1 instead.";
  return `ENGINE=inngest needs ${missing.join(" and ")}. ${where}`;
}

/** Why Inngest cannot execute runs just now, in plain words; null when it answers. */
async function ask(): Promise<string | null> {
  const missing = missingSettings();
  if (missing) return missing;
  const url = inngestUrl();
  try {
    const { status } = await fetch(`${url}/health`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return status < 500 ? null : `Inngest at ${url} answers ${status}.`;
  } catch {
    return `Inngest at ${url} does not answer. Start it, or correct INNGEST_BASE_URL. Events are kept, and their runs begin when it is back.`;
  }
}

let last: { at: number; answer: Promise<string | null> } | undefined;

/** The same, asked every ten seconds at most. */
export function inngestProblem(): Promise<string | null> {
  if (!last || Date.now() - last.at > KEEP_MS) last = { at: Date.now(), answer: ask() };
  return last.answer;
}
