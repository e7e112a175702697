import "server-only";
import { raiseDepotsAt } from "@/db/queries/depot/save-depot";
import { findPlansAtLocations, type LocationRow, moveLocationsToPin, savePin } from "@/db/queries/location/pin-address";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { LatLng } from "@/server/domain/geo";
import type { CommandScope } from "../kernel/command";

/** Sets an address's pin and moves its open locations there, depots too; plans that go there are measured again. */
export async function pinAddress(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">,
  location: LocationRow,
  position: LatLng,
): Promise<{ moved: number; events: DomainEvent[] }> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const { addressKey } = location;
  await savePin(tx, {
    organizationId,
    id: scope.newId(),
    addressKey,
    ...position,
    pinnedBy: actor.label,
    createdAt: now,
    updatedAt: now,
  });
  const moved = await moveLocationsToPin(tx, organizationId, addressKey, position, now);
  await raiseDepotsAt(tx, organizationId, moved, now);
  const planIds = await findPlansAtLocations(tx, organizationId, moved);
  for (const planId of planIds) await scope.enqueue("measure-routes", { planId });
  const event: DomainEvent = {
    type: "location.pinned",
    entity: "location",
    entityId: location.id,
    data: { addressKey, street: location.street, locationIds: moved },
    before: { lat: location.lat, lng: location.lng, confidence: location.confidence },
    after: { ...position, confidence: "pinned" },
  };
  const perPlan = planIds.map((planId) => ({ ...event, planId }));
  return { moved: moved.length, events: perPlan.length > 0 ? perPlan : [event] };
}
