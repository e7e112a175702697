import "server-only";
import { randomBytes, randomInt } from "node:crypto";
import { composeId } from "@/server/domain/ids";
import type { Clock } from "@/server/ports/clock";
import type { IdSource } from "@/server/ports/id-source";

const TOKEN_BYTES = 32;
const MAX_RANDOM = 2 ** 48 - 1;
/** Wide enough that two processes counting up in the same millisecond do not meet. */
const MAX_STEP = 2 ** 24;

/**
 * Ids from the clock and the system's randomness. Within one millisecond they count up by random steps, so that rows
 * made one after the other sort that way.
 */
export function randomIdSource(clock: Clock): IdSource {
  let lastMilliseconds = -1;
  let lastRandom = 0;
  return {
    newId: () => {
      const milliseconds = clock.now().getTime();
      const next =
        milliseconds === lastMilliseconds ? lastRandom + 1 + randomInt(MAX_STEP) : randomBytes(6).readUIntBE(0, 6);
      // At the end of the range it begins anew: uniqueness matters more than order.
      lastRandom = next > MAX_RANDOM ? randomBytes(6).readUIntBE(0, 6) : next;
      lastMilliseconds = milliseconds;
      return composeId(milliseconds, lastRandom);
    },
    newToken: () => randomBytes(TOKEN_BYTES).toString("base64url"),
  };
}
