import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "~/server/cli/postgres";

/** One request as the stub of both vendors recorded and judged it. */
export interface VendorRequest {
  n: number;
  api: "stripe" | "cio-track" | "cio-app" | "cio-cdp";
  method: string;
  path: string;
  operationId: string | null;
  pathParams: Record<string, string>;
  body: unknown;
  idempotencyKey?: string;
  idempotency?: "first" | "replayed" | "conflict";
  valid: boolean;
  errors: { code: string; param: string; message: string }[];
  status: number;
}

export interface Fault {
  kind: string;
  times?: number;
  after?: number;
  status?: number;
  delayMs?: number;
  retryAfter?: number;
  body?: object;
  match?: { api?: string; method?: string; path?: string; operationId?: string };
}

export interface Vendors {
  /** What a connection takes as `endpoints`, by app. */
  endpoints: { stripe: { api: string }; customerio: { track: string; app: string; cdp: string } };
  requests(): Promise<VendorRequest[]>;
  fault(fault: Fault): Promise<void>;
  /** Puts objects of Stripe's under their paths: what a retrieve finds from now on. */
  put(objects: Record<string, object>): Promise<void>;
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** Where the recorded events and the vendors' API descriptions are; not part of the repository. */
export const specsDir = path.resolve(
  process.env.SHARED_DIR ?? path.join(process.cwd(), "..", "shared"),
  "specs",
);

async function control(origin: string, name: string, body?: object): Promise<Response> {
  const init = body
    ? { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }
    : {};
  const response = await fetch(`${origin}/__stub/${name}`, init);
  if (!response.ok)
    throw new Error(`The vendors' stub answered ${response.status} to ${name}: ${await response.text()}`);
  return response;
}

async function untilHealthy(origin: string): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (
      await control(origin, "health").then(
        () => true,
        () => false,
      )
    )
      return;
    await sleep(100);
  }
  throw new Error("The vendors' stub did not start within 30 seconds.");
}

/**
 * Starts the stub that validates requests against both vendors' API descriptions. Returns null, and says so, when the
 * descriptions are not beside this clone (SHARED_DIR names another place): tests that need them are then skipped.
 */
export async function startVendors(): Promise<Vendors | null> {
  const script = path.join(specsDir, "validate-request.mjs");
  if (!existsSync(script)) {
    console.warn(
      `\n!! ${script} is missing: contract tests against the vendors' API descriptions are SKIPPED. Set SHARED_DIR.\n`,
    );
    return null;
  }
  const port = await freePort();
  const child = spawn(process.execPath, [script, "--port", String(port)], {
    stdio: "ignore",
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilHealthy(origin);
  return {
    endpoints: {
      stripe: { api: origin },
      customerio: {
        track: `${origin}/cio-track/api/v1`,
        app: `${origin}/cio-app/v1`,
        cdp: `${origin}/cio-cdp/v1`,
      },
    },
    requests: async () => (await control(origin, "requests")).json() as Promise<VendorRequest[]>,
    fault: async (fault) => void (await control(origin, "faults", fault)),
    put: async (objects) => void (await control(origin, "objects", objects)),
    reset: async () => void (await control(origin, "reset", {})),
    stop: async () => void child.kill("SIGKILL"),
  };
}
