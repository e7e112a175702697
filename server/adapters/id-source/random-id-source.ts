import "server-only";
import { createHmac, randomBytes, randomInt } from "node:crypto";
import { composeId } from "@/server/domain/ids";
import type { Clock } from "@/server/ports/clock";
import type { IdSource } from "@/server/ports/id-source";

const TOKEN_BYTES = 32;
const MAX_RANDOM = 2 ** 48 - 1;
/** Two processes meet as seldom with short steps as with long ones: that hangs on where each of them began. */
const MAX_STEP = 2 ** 4;

/**
 * Ids from the clock and the system's randomness. From a random beginning they count up by random steps, so that rows
 * made one after the other sort that way and differ by little, which keeps them small where many travel together.
 * `secret`: the installation's; without one, tokens of ids hold as long as the source.
 */
export function randomIdSource(
  clock: Clock,
  secret: string = randomBytes(TOKEN_BYTES).toString("base64url"),
): IdSource {
  const anywhere = () => randomBytes(6).readUIntBE(0, 6);
  let random = anywhere();
  return {
    newId: () => {
      const next = random + 1 + randomInt(MAX_STEP);
      // At the end of the range it begins anew: uniqueness matters more than order.
      random = next > MAX_RANDOM ? anywhere() : next;
      return composeId(clock.now().getTime(), random);
    },
    newToken: () => randomBytes(TOKEN_BYTES).toString("base64url"),
    tokenFor: (id) => createHmac("sha256", secret).update(`link ${id}`).digest("base64url"),
  };
}
