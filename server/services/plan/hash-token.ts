import "server-only";
import { createHash } from "node:crypto";

/** How a link's token is kept and found: SHA-256, hex. Enough without salt, for a token is 256 random bits. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
