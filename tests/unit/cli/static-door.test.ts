import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { sendCompressed } from "~/server/cli/static-door";

afterEach(() => vi.restoreAllMocks());

test("a built script goes out in its small copy; anything else is left to Next", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "static-door-"));
  mkdirSync(path.join(folder, ".next/static/chunks"), { recursive: true });
  writeFileSync(path.join(folder, ".next/static/chunks/a-1.js.br"), brotliCompressSync("let a = 1;"));
  writeFileSync(path.join(folder, ".next/secret.js.br"), brotliCompressSync("secret"));
  vi.spyOn(process, "cwd").mockReturnValue(folder);
  const server = createServer(async (request, response) => {
    if (!(await sendCompressed(request, response))) response.writeHead(404).end("Next");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = (at: string, encoding = "gzip, br") =>
    fetch(origin + at, { headers: { "accept-encoding": encoding } });

  const sent = await get("/_next/static/chunks/a-1.js?v=1");
  expect(sent.headers.get("content-encoding")).toBe("br");
  expect(sent.headers.get("cache-control")).toContain("immutable");
  expect(await sent.text()).toBe("let a = 1;");
  expect((await get("/_next/static/chunks/a-1.js", "gzip")).status).toBe(404);
  expect((await get("/_next/static/chunks/b.js")).status).toBe(404);
  expect((await get("/_next/static/%2e%2e/secret.js")).status).toBe(404);
  await new Promise((resolve) => server.close(resolve));
});
