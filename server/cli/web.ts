import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { CLIENT_ADDRESS } from "~/server/auth/client-address";
import { env } from "~/server/env";
import { handleWebhookRequest } from "~/server/events/door";
import { sandboxFetch } from "~/server/sandbox/app";
import { sendCompressed } from "./static-door";
import { sayReady, toldToStop } from "./told-to-stop";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

const GRACE_MS = 10_000;

const sandbox: Handler = getRequestListener(sandboxFetch, { overrideGlobalObjects: false });

/** The doors that Node answers itself, in front of Next: a Next route is some thirty times slower for a small body. */
function doorFor(path: string): Handler | undefined {
  if (path.startsWith("/api/webhooks/") || path.startsWith("/api/hooks/")) return handleWebhookRequest;
  if (path.startsWith("/v1/") || path.startsWith("/sandbox/")) return sandbox;
  return undefined;
}

/** Who asks: the connection's other end, or, behind a trusted proxy, whom that proxy names last. */
function visitorOf({ headers, socket }: IncomingMessage): string {
  const forwarded = env.TRUST_PROXY
    ? String(headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : "";
  return forwarded || socket.remoteAddress || "";
}

function dispatch(pages: Handler): Handler {
  return async (request, response) => {
    request.headers[CLIENT_ADDRESS] = visitorOf(request);
    try {
      const door = doorFor(request.url ?? "/");
      if (door || !(await sendCompressed(request, response))) await (door ?? pages)(request, response);
    } catch (error) {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { "content-type": "application/json" });
      response.end(
        '{"error":{"code":"internal","message":"Something went wrong on our side. Please try again."}}',
      );
    }
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.PORT, () => resolve());
  });
}

/** Stops accepting at once, lets requests in hand finish, and leaves what is still open after the grace period. */
function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, graceMs);
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

async function main(): Promise<void> {
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 });
  const isDev = process.argv.includes("--dev");
  const app = next({
    dev: isDev,
    dir: process.cwd(),
    port: env.PORT,
    hostname: "localhost",
    httpServer: server,
  });
  await app.prepare();
  server.on("request", dispatch(app.getRequestHandler()));
  await listen(server);
  sayReady();
  await toldToStop();
  // A browser that watches for edits keeps its socket open for ever.
  await close(server, isDev ? 300 : GRACE_MS);
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
