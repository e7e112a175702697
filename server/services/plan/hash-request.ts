import "server-only";
import { createHash } from "node:crypto";

/** A name for what was asked, the same for the same parsed input. */
export function hashRequest(input: unknown): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("hex");
}
