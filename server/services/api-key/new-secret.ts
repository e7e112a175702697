import { hashToken } from "../plan/hash-token";

const PREFIX_CHARACTERS = 16;

/** A key's secret from a random text: said once, and kept as its hash and its first signs. */
export function newSecret(kind: "live" | "sandbox", token: string) {
  const secret = `dray_${kind === "live" ? "live" : "test"}_${token}`;
  return { secret, kept: { prefix: secret.slice(0, PREFIX_CHARACTERS), secretHash: hashToken(secret) } };
}
