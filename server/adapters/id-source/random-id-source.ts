import "server-only";
import { randomBytes } from "node:crypto";
import { composeId } from "@/server/domain/ids";
import type { Clock } from "@/server/ports/clock";
import type { IdSource } from "@/server/ports/id-source";

const TOKEN_BYTES = 32;

/** Ids from the clock and the system's randomness. */
export function randomIdSource(clock: Clock): IdSource {
  return {
    newId: () => composeId(clock.now().getTime(), randomBytes(6).readUIntBE(0, 6)),
    newToken: () => randomBytes(TOKEN_BYTES).toString("base64url"),
  };
}
