import "server-only";
import { createHmac, randomBytes } from "node:crypto";

const STANDARD_PREFIX = "whsec_";

/** A secret for a subscriber who has brought none, as Standard Webhooks writes them. */
export function makeWebhookSecret(): string {
  return STANDARD_PREFIX + randomBytes(32).toString("base64");
}

export interface SignedContent {
  readonly id: string;
  /** Unix seconds of this try. */
  readonly atSeconds: number;
  readonly body: string;
  /** None: nothing is signed. Two while one replaces the other: whichever its reader has, one fits. */
  readonly secrets: readonly string[];
}

/**
 * The headers by which a subscriber knows a message is ours, and which: those of Standard Webhooks; the same in the
 * spelling of `X-Dray-Signature` (time and body); and, for readers who look at nothing but the body, its plain HMAC.
 */
export function webhookHeaders({ id, atSeconds, body, secrets }: SignedContent): Record<string, string> {
  const named = { "webhook-id": id, "webhook-timestamp": String(atSeconds) };
  if (secrets.length === 0) return named;
  const standard = secrets.map((secret) => `v1,${hmac(standardKey(secret), `${id}.${atSeconds}.${body}`, "base64")}`);
  const timed = secrets.map((secret) => `v1=${hmac(secret, `${atSeconds}.${body}`, "hex")}`);
  return {
    ...named,
    "webhook-signature": standard.join(" "),
    "x-dray-signature": [`t=${atSeconds}`, ...timed].join(","),
    "x-dray-signature-256": `sha256=${hmac(secrets[0]!, body, "hex")}`,
  };
}

/** Standard Webhooks' secrets are base64 of their bytes behind a prefix; any other text is its own bytes. */
function standardKey(secret: string): Buffer {
  if (!secret.startsWith(STANDARD_PREFIX)) return Buffer.from(secret);
  return Buffer.from(secret.slice(STANDARD_PREFIX.length), "base64");
}

function hmac(key: string | Buffer, text: string, encoding: "hex" | "base64"): string {
  return createHmac("sha256", key).update(text).digest(encoding);
}
