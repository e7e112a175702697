import type { ServiceContext } from "@/server/services/kernel/service-context";
import { saveSlotOffer } from "@/server/services/slot/save-slot-offer";
import { saveSlotZone } from "@/server/services/slot/save-slot-zone";

const HOUR = 3600;
const MONDAY_TO_SATURDAY = [1, 2, 3, 4, 5, 6];

/** Where the sample's customers live. */
const TOWN = { name: "Barcelona", area: { kind: "postcodes" as const, prefixes: ["080"] } };

const OFFERS = [
  { serviceLevel: "standard", weekdays: MONDAY_TO_SATURDAY, fromHour: 9, toHour: 13, capacity: 120 },
  { serviceLevel: "standard", weekdays: MONDAY_TO_SATURDAY, fromHour: 15, toHour: 19, capacity: 120 },
  { serviceLevel: "evening", weekdays: [2, 4], fromHour: 19, toHour: 21, capacity: 25 },
];

/** Windows that a sample project's customers can book, or move their delivery into. */
export async function offerDemoSlots(services: ServiceContext, projectId: string): Promise<void> {
  const { id: zoneId } = await saveSlotZone(services, { projectId, zone: TOWN });
  for (const { fromHour, toHour, ...offer } of OFFERS) {
    await saveSlotOffer(services, {
      offer: { zoneId, ...offer, fromSeconds: fromHour * HOUR, toSeconds: toHour * HOUR },
    });
  }
}
