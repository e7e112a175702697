import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { CannotOpen, type SecretBox } from "@/server/ports/secret-box";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Of what was sealed while there were no keys but the installation's secret. */
const BY_SECRET = "v1";

interface SealingKey {
  /** What sealed text begins with: says which key opens it, and nothing else. */
  readonly mark: string;
  readonly bytes: Buffer;
}

/**
 * AES-256-GCM under keys of the environment, the first of which seals while all of them open; without any, under a key
 * derived from the installation's secret, which goes on opening what it has sealed. Whom it is about is authenticated with it.
 */
export function createAesSecretBox(secret: string, keys: readonly string[] = []): SecretBox {
  const own: SealingKey = { mark: BY_SECRET, bytes: derive(secret, "secret-box", 32) };
  const named = keys.map((key) => ({
    mark: `v2.${derive(key, "secret-box-name", 6).toString("base64url")}`,
    bytes: derive(key, "secret-box", 32),
  }));
  const current = named[0] ?? own;
  const known = new Map([...named, own].map((key) => [key.mark, key]));
  const open = (sealed: string, about: string) => {
    const { mark, data } = readMark(sealed);
    const key = known.get(mark);
    if (!key) throw new CannotOpen("sealed in a way nobody knows here");
    try {
      return decrypt(key, data, about);
    } catch (cause) {
      throw new CannotOpen("sealed for another row, or by another secret", { cause });
    }
  };
  return {
    seal: (plain, about) => encrypt(current, plain, about),
    open,
    reseal: (sealed, about) =>
      readMark(sealed).mark === current.mark ? null : encrypt(current, open(sealed, about), about),
  };
}

function derive(secret: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "dray", purpose, bytes));
}

function readMark(sealed: string): { readonly mark: string; readonly data: string } {
  const end = sealed.lastIndexOf(".");
  return { mark: sealed.slice(0, Math.max(0, end)), data: sealed.slice(end + 1) };
}

function encrypt({ mark, bytes }: SealingKey, plain: string, about: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", bytes, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return `${mark}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

function decrypt({ bytes }: SealingKey, data: string, about: string): string {
  const all = Buffer.from(data, "base64url");
  const nonce = all.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", bytes, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(about))
    .setAuthTag(all.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const sealed = all.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
}
