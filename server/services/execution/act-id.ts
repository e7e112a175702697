import "server-only";
import { createHash } from "node:crypto";

/** A name for an act out of what it says, in the form of a UUID: who sends the same again gives it the same name. */
export function actIdOf(...parts: readonly (string | number)[]): string {
  const hex = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
