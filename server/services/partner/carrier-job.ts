import "server-only";
import type { LatLng } from "@/server/domain/geo";
import type { VisitInput } from "@/server/domain/order/delivery-schema";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import { instantsOfWindows } from "@/server/domain/time/window-of-instants";
import { estimateLeg, UNCALIBRATED } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { CarrierJob, CarrierPlace } from "@/server/ports/carrier";

/** A delivery as a partner is told of it; goods without a pickup of their own are fetched `from` there. */
export function carrierJobOf(
  delivery: StoredDelivery,
  { from, timeZone, vehicleProfile }: { from: LatLng | null; timeZone: string; vehicleProfile: TravelProfile | null },
): CarrierJob {
  const { input, visits } = delivery;
  const positionOf = (role: "pickup" | "dropoff") => visits.find((each) => each.role === role)?.position ?? null;
  const place = (role: "pickup" | "dropoff", visit: VisitInput | undefined): CarrierPlace | null => {
    if (!visit) return null;
    const { contact, address, instructions, windows } = visit;
    const span = instantsOfWindows(windows, input.serviceDate, timeZone);
    const { street, postcode, city, country } = address;
    return {
      name: contact.name,
      phone: contact.phone,
      street,
      postcode,
      city,
      country,
      position: positionOf(role),
      instructions,
      window: span ? { from: span.from.toISOString(), to: span.to.toISOString() } : null,
    };
  };
  const [start, end] = [positionOf("pickup") ?? from, positionOf("dropoff") ?? from];
  return {
    serviceLevel: input.serviceLevel,
    pickup: place("pickup", input.pickup),
    dropoff: place("dropoff", input.dropoff),
    weightGrams: input.loads[0],
    parcels: Math.max(1, input.items.length),
    distanceMeters: start && end ? estimateLeg(start, end, vehicleProfile ?? "van", UNCALIBRATED).distanceMeters : null,
    vehicleProfile,
  };
}
