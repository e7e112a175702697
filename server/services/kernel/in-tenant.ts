import "server-only";
import type { Tx } from "@/db/client";
import { DatabaseUnavailable, isBeyondReach, isDeadlock } from "@/db/database-unavailable";
import { withTenant } from "@/db/with-tenant";
import type { ServiceContext } from "./service-context";
import { ServiceError } from "./service-error";

const MOST_ATTEMPTS = 3;

/**
 * One tenant transaction of a use case; a database that is away is refused in words, not as our fault. When two wait for
 * each other PostgreSQL ends one, of which nothing is left: that one is done again, so `work` keeps to its transaction.
 */
export async function inTenant<T>(
  { database, actor }: Pick<ServiceContext, "database" | "actor">,
  work: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withTenant(database, actor.organizationId, work, { ...options, reach: actor.reach });
    } catch (error) {
      if (!isDeadlock(error) || attempt === MOST_ATTEMPTS) throw asRefusal(error, options);
    }
  }
}

/** A database that is away, and a limited member's row that would leave their reach, as a refusal in words. */
export function asRefusal(error: unknown, { readOnly }: { readOnly?: boolean } = {}): unknown {
  if (isBeyondReach(error)) {
    return new ServiceError("forbidden", "This is of a project or depot that you do not work for.", {
      reason: "out-of-reach",
    });
  }
  if (!(error instanceof DatabaseUnavailable)) return error;
  const message = readOnly
    ? "The database cannot be reached right now. Try again in a moment."
    : "The database went away before this could be saved. Try again in a moment.";
  return new ServiceError("unavailable", message, { reason: readOnly ? "database-away" : "database-lost" });
}
