import "server-only";
import type { Tx } from "@/db/client";
import { DatabaseUnavailable } from "@/db/database-unavailable";
import { withTenant } from "@/db/with-tenant";
import type { ServiceContext } from "./service-context";
import { ServiceError } from "./service-error";

/** One tenant transaction of a use case; a database that is away is refused in words, not as our fault. */
export async function inTenant<T>(
  { database, actor }: Pick<ServiceContext, "database" | "actor">,
  work: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  try {
    return await withTenant(database, actor.organizationId, work, options);
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    const message = options.readOnly
      ? "The database cannot be reached right now. Try again in a moment."
      : "The database went away before this could be saved. Try again in a moment.";
    throw new ServiceError("unavailable", message);
  }
}
