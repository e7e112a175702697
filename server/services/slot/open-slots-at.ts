import "server-only";
import type { Tx } from "@/db/client";
import { countTakenSlots, loadSlotOffers } from "@/db/queries/slot/slot-book";
import { type OpenSlot, openSlots } from "@/server/domain/slot/slot-availability";
import type { AvailabilityRequest } from "@/server/domain/slot/slot-schema";
import { addLocalDays } from "@/server/domain/time/local-date";

/** The slots of a project that an address can still book, by day and time. */
export async function openSlotsAt(
  tx: Tx,
  organizationId: string,
  project: { readonly id: string; readonly timeZone: string },
  request: AvailabilityRequest,
  now: Date,
): Promise<OpenSlot[]> {
  const offered = await loadSlotOffers(tx, organizationId, project.id);
  const days = { from: request.fromDate, to: addLocalDays(request.fromDate, request.days - 1) };
  const taken = await countTakenSlots(tx, organizationId, project.id, days, now);
  return openSlots({ ...offered, timeZone: project.timeZone, taken }, request, now.getTime());
}
