import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "~/server/env";

/** Where this install keeps what it generated for itself; readable by its owner only. */
export function keyFile(name: string): string {
  return path.join(env.DATA_DIR, "keys", name);
}

export async function writeKey(name: string, value: string): Promise<void> {
  await mkdir(path.dirname(keyFile(name)), { recursive: true, mode: 0o700 });
  await writeFile(keyFile(name), value, { mode: 0o600 });
}

export async function readKey(name: string): Promise<string | undefined> {
  const text = await readFile(keyFile(name), "utf8").catch(() => undefined);
  return text?.trim() || undefined;
}

/** The value kept under this name, made from `bytes` random bytes (base64url) on the first call. */
export async function ensureKey(name: string, bytes: number): Promise<string> {
  const kept = await readKey(name);
  if (kept) return kept;
  const made = randomBytes(bytes).toString("base64url");
  await writeKey(name, made);
  return made;
}
