import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { env } from "~/server/env";

const FORMAT = 1;
const NONCE = 12;
const TAG = 16;

interface Key {
  id: number;
  secret: Buffer;
}

/** The keyring: `2:base64,1:base64` or one bare base64 key (id 1). The first key encrypts; every key decrypts. */
function keyring(): Key[] {
  return env
    .encryptionKey()
    .split(",")
    .map((part) => {
      const [, id = "1", secret = ""] = /^(?:(\d+):)?(.+)$/.exec(part.trim()) ?? [];
      const key = Buffer.from(secret, "base64");
      if (key.length !== 32) throw new Error("ENCRYPTION_KEY must be 32 bytes in base64.");
      return { id: Number(id), secret: key };
    });
}

/** Encrypts with AES-256-GCM. `associated` binds the envelope to its owner (`workspaceId:connectionId`). */
export function seal(plaintext: string, associated: string): Buffer {
  const [key] = keyring();
  if (!key) throw new Error("ENCRYPTION_KEY is empty.");
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key.secret, nonce).setAAD(Buffer.from(associated));
  const body = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.from([FORMAT, key.id]), nonce, cipher.getAuthTag(), body]);
}

/** Decrypts what `seal` made. Throws when the envelope was changed, belongs to another owner or its key is gone. */
export function unseal(envelope: Uint8Array, associated: string): string {
  const bytes = Buffer.from(envelope);
  const key = keyring().find((candidate) => candidate.id === bytes[1]);
  if (bytes[0] !== FORMAT || !key)
    throw new Error("These credentials were encrypted with a key that is not here.");
  const nonce = bytes.subarray(2, 2 + NONCE);
  const tag = bytes.subarray(2 + NONCE, 2 + NONCE + TAG);
  const decipher = createDecipheriv("aes-256-gcm", key.secret, nonce)
    .setAAD(Buffer.from(associated))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(2 + NONCE + TAG)), decipher.final()]).toString("utf8");
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** An unguessable URL-safe token; 24 bytes unless told. */
export function randomToken(bytes = 24): string {
  return randomBytes(bytes).toString("base64url");
}
