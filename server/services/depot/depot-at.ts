import "server-only";
import { listDepots } from "@/db/queries/depot/find-depots";
import { insertDepot } from "@/db/queries/depot/save-depot";
import { addressKey } from "@/server/domain/address/address-key";
import type { OwnPlace } from "@/server/domain/driver/driver-day-terms";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { CommandScope } from "../kernel/command";
import { makeLocations } from "../location/make-locations";

/** Nearer than a step. */
const SAME_DEGREES = 1e-6;
const NAME_LENGTH = 120;

/**
 * The project's depot at a place: one with the same position and address, else a new one, named after its address or,
 * where it has none, its position.
 */
export async function depotAt(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">,
  projectId: string,
  { position, address }: OwnPlace,
): Promise<{ readonly depotId: string; readonly events: readonly DomainEvent[] }> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const name = (address?.street || `${position.lat}, ${position.lng}`).slice(0, NAME_LENGTH);
  const meant = address ?? { street: name, postcode: "", city: "", country: "" };
  const key = addressKey(meant);
  const known = (await listDepots(tx, organizationId, projectId)).find(
    ({ lat, lng, street, postcode, city, country }) =>
      isSame(lat, position.lat) && isSame(lng, position.lng) && addressKey({ street, postcode, city, country }) === key,
  );
  if (known) return { depotId: known.id, events: [] };
  const [locationId] = await makeLocations(scope, [{ address: meant, position }]);
  const depotId = scope.newId();
  const depot = { projectId, name, serviceSeconds: 0 };
  const stamps = { createdAt: now, updatedAt: now };
  await insertDepot(tx, { organizationId, id: depotId, locationId: locationId!, ...depot, ...stamps });
  const after = { ...depot, address: meant, position };
  return { depotId, events: [{ type: "depot.created", entity: "depot", entityId: depotId, after }] };
}

function isSame(a: number | null, b: number): boolean {
  return a !== null && Math.abs(a - b) < SAME_DEGREES;
}
