import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { VehicleInput } from "./vehicle-schema";

/** No limit, in any load dimension. */
const UNLIMITED = 2_000_000_000;

/** What somebody drives of whom nobody has said what he drives: one of his own, as a van is reckoned. */
export function plainVehicle(driverName: string, profile: TravelProfile): VehicleInput {
  return {
    label: driverName.slice(0, 120),
    registration: "",
    profile,
    capacity: [UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED],
    features: [],
    maxStops: null,
    maxDistanceMeters: null,
    maxDriveSeconds: null,
    fixedCostCents: 0,
    costPerKmCents: 35,
  };
}
