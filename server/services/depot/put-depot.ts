import "server-only";
import type { DepotRow } from "@/db/queries/depot/find-depots";
import { insertDepot, updateDepot } from "@/db/queries/depot/save-depot";
import { removeUnusedLocations } from "@/db/queries/order/delete-deliveries";
import type { ProjectRow } from "@/db/queries/project/find-project";
import type { DepotInput } from "@/server/domain/depot/depot-schema";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { sameJson } from "@/server/domain/order/merge-draft";
import type { CommandScope } from "../kernel/command";
import { makeLocations } from "../location/make-locations";

/** Adds a depot to a project; without a position its address is geocoded. */
export async function addDepot(
  scope: CommandScope<unknown>,
  project: ProjectRow,
  depot: DepotInput,
): Promise<{ id: string; event: DomainEvent }> {
  const { tx, actor, now } = scope;
  const address = { ...depot.address, country: depot.address.country || project.defaultCountry };
  const [locationId] = await makeLocations(scope, [{ address, position: depot.position }]);
  const id = scope.newId();
  await insertDepot(tx, {
    organizationId: actor.organizationId,
    id,
    projectId: project.id,
    name: depot.name,
    locationId: locationId!,
    serviceSeconds: depot.serviceSeconds,
    createdAt: now,
    updatedAt: now,
  });
  const after = { projectId: project.id, ...depot };
  return { id, event: { type: "depot.created", entity: "depot", entityId: id, after } };
}

/**
 * Changes a depot; null where it is so already. A new address without a position is geocoded; the same address keeps the
 * position it has.
 */
export async function changeDepot(
  scope: CommandScope<unknown>,
  project: ProjectRow,
  existing: DepotRow,
  depot: DepotInput,
): Promise<DomainEvent | null> {
  const { tx, actor, now } = scope;
  const { id, street, postcode, city, country, lat, lng, name, serviceSeconds } = existing;
  const address = { ...depot.address, country: depot.address.country || project.defaultCountry };
  const isSameAddress = sameJson(address, { street, postcode, city, country });
  const isSamePosition = depot.position ? sameJson(depot.position, { lat, lng }) : isSameAddress;
  if (isSameAddress && isSamePosition && depot.name === name && depot.serviceSeconds === serviceSeconds) return null;
  const isMoved = !isSameAddress || !isSamePosition;
  const [newLocationId] = isMoved ? await makeLocations(scope, [{ address, position: depot.position }]) : [];
  await updateDepot(tx, actor.organizationId, id, {
    name: depot.name,
    serviceSeconds: depot.serviceSeconds,
    version: existing.version + 1,
    updatedAt: now,
    ...(newLocationId && { locationId: newLocationId }),
  });
  if (isMoved) await removeUnusedLocations(tx, actor.organizationId, [existing.locationId]);
  const before = { name, serviceSeconds, address: { street, postcode, city, country }, position: { lat, lng } };
  return { type: "depot.changed", entity: "depot", entityId: id, before, after: depot };
}
