import "server-only";
import type { Database } from "@/db/client";
import { driverKey, findActiveDrivers } from "@/db/queries/fleet/active-drivers";
import type { ApiCaller } from "@/server/domain/access/api-caller";
import { DRIVER_PERMISSIONS } from "@/server/domain/access/permissions";
import { readDriverToken } from "./driver-token";
import { gatherLookups } from "./gather-lookups";

const PERMISSIONS = new Set(DRIVER_PERMISSIONS);
/** A phone says where it is every few seconds, and what was done at a door once: ten a second is a machine gone wrong. */
const REQUESTS_PER_MINUTE = 600;

/** Phones ask by the hundred a second, and each time are looked up: those that come together, together. */
const lookups = new WeakMap<Database, (driverKey: string) => Promise<{ readonly name: string } | undefined>>();

/**
 * The driver whose token this is, who has none but his own routes, and of those the one he names; null for what opens
 * nothing (any more), and for who drives no more.
 */
export async function resolveDriverToken(
  { database, secret }: { readonly database: Database; readonly secret: string },
  bearer: string,
  now: Date,
): Promise<ApiCaller | null> {
  const token = readDriverToken(secret, bearer, now);
  if (!token) return null;
  let lookup = lookups.get(database);
  if (!lookup) {
    lookup = gatherLookups((keys) => findActiveDrivers(database, keys));
    lookups.set(database, lookup);
  }
  const { organizationId, driverId: id } = token;
  const driver = await lookup(driverKey(organizationId, id));
  if (!driver) return null;
  return {
    credential: "driver",
    actor: { kind: "driver", id, label: driver.name, organizationId, permissions: PERMISSIONS },
    keyId: id,
    kind: null,
    dialect: null,
    scopes: [],
    requestsPerMinute: REQUESTS_PER_MINUTE,
  };
}
