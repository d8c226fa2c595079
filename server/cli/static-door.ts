import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

const NAME = /^\/_next(\/static(?:\/[\w~-][\w.~-]*)+\.(js|css))$/;
const TYPES: Readonly<Record<string, string>> = {
  js: "application/javascript; charset=UTF-8",
  css: "text/css; charset=UTF-8",
};

/** Sends a built script or stylesheet in the small copy that the build made; false leaves it to Next. */
export async function sendCompressed(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [, name = "", kind = ""] = NAME.exec((request.url ?? "").replace(/\?.*$/, "")) ?? [];
  const takes = /\bbr\b/.test(String(request.headers["accept-encoding"] ?? ""));
  if (!name || !takes || request.method !== "GET") return false;
  const body = await readFile(path.join(process.cwd(), ".next", `${name}.br`)).catch(() => null);
  if (!body) return false;
  response.writeHead(200, {
    "content-type": TYPES[kind] ?? "",
    "content-encoding": "br",
    "content-length": body.length,
    // Its name changes with its content.
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
  });
  response.end(body);
  return true;
}
