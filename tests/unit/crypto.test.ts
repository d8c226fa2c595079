import { randomBytes } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";

const OLD = randomBytes(32).toString("base64");
const NEW = randomBytes(32).toString("base64");

/** The module reads its keyring from the environment each time, which is read once. */
async function withKeys(keys: string) {
  vi.resetModules();
  vi.stubEnv("ENCRYPTION_KEY", keys);
  return import("~/server/crypto");
}
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const OWNER = "workspace:connection";

test("what was sealed for an owner opens for that owner only", async () => {
  const { seal, unseal } = await withKeys(OLD);
  const envelope = seal("sk_live_secret", OWNER);
  expect(envelope.toString("latin1")).not.toContain("sk_live");
  expect(unseal(envelope, OWNER)).toBe("sk_live_secret");
  expect(() => unseal(envelope, "workspace:another")).toThrow();
  expect(() => unseal(envelope, "another:connection")).toThrow();
});

test("the same text never seals to the same bytes", async () => {
  const { seal } = await withKeys(OLD);
  expect(seal("text", OWNER).equals(seal("text", OWNER))).toBe(false);
});

test("a change of any byte is noticed", async () => {
  const { seal, unseal } = await withKeys(OLD);
  const envelope = seal("text", OWNER);
  for (let index = 0; index < envelope.length; index += 1) {
    const changed = Buffer.from(envelope);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => unseal(changed, OWNER), `byte ${index}`).toThrow();
  }
  expect(() => unseal(envelope.subarray(0, 20), OWNER)).toThrow();
});

test("after a rotation old envelopes still open and new ones use the new key", async () => {
  const sealed = (await withKeys(`1:${OLD}`)).seal("text", OWNER);
  const rotated = await withKeys(`2:${NEW},1:${OLD}`);
  expect(rotated.unseal(sealed, OWNER)).toBe("text");
  const again = rotated.seal("text", OWNER);
  expect((await withKeys(`2:${NEW}`)).unseal(again, OWNER)).toBe("text");
  const { unseal } = await withKeys(`2:${NEW}`);
  expect(() => unseal(sealed, OWNER)).toThrow(/key that is not here/);
});

test("a key of the wrong length is refused", async () => {
  const { seal } = await withKeys("c2hvcnQ=");
  expect(() => seal("text", OWNER)).toThrow(/32 bytes/);
});
