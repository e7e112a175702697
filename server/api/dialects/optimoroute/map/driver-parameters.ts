import { type DayPlace, driverDayTermsSchema, type OwnPlace } from "@/server/domain/driver/driver-day-terms";
import type { DayParameters, DriverCode, DriverParameters, LocationType } from "../wire/drivers";
import { DRIVER_MESSAGES } from "../wire/drivers";

const MOST_STREET = 200;

/** What an update is refused with, in the vendor's words. */
export function driverFault(code: DriverCode, message: string = DRIVER_MESSAGES[code]) {
  return { success: false as const, code, message };
}

/** Where somebody starts or ends; undefined unless both coordinates are there: an address alone is not looked up. */
export function ownPlace(
  latitude: number | null | undefined,
  longitude: number | null | undefined,
  address: string | null | undefined,
): OwnPlace | undefined {
  if (typeof latitude !== "number" || typeof longitude !== "number") return undefined;
  const street = (address ?? "").slice(0, MOST_STREET);
  return {
    position: { lat: latitude, lng: longitude },
    ...(street !== "" && { address: { street, postcode: "", city: "", country: "" } }),
  };
}

type Capacities = Pick<
  DriverParameters,
  "vehicleCapacity1" | "vehicleCapacity2" | "vehicleCapacity3" | "vehicleCapacity4"
>;

/** Whole units, as orders' loads are kept. */
export function capacityOf(sent: Capacities): [number?, number?, number?, number?] {
  return [sent.vehicleCapacity1, sent.vehicleCapacity2, sent.vehicleCapacity3, sent.vehicleCapacity4];
}

/** `HH:MM` as seconds of the day. */
export function secondsOf(clock: string | undefined): number | undefined {
  if (clock === undefined) return undefined;
  const [hours, minutes] = clock.split(":").map(Number);
  return hours! * 3600 + minutes! * 60;
}

/** A day's place; undefined for a custom one without coordinates. */
export function placeOf(location: LocationType): DayPlace | undefined {
  if (location.type !== "custom") return { kind: location.type === "startLocation" ? "start" : "usual" };
  const place = ownPlace(location.latitude, location.longitude, location.address);
  // A position that cannot be one (0/0) is no location either.
  const meant = place && ({ kind: "own", place } as const);
  return driverDayTermsSchema.shape.start.safeParse(meant).success ? meant : undefined;
}

/** The terms of the day itself; places and vehicle are found by whoever asks. */
export function termsOf({ date, enabled, workTime, ...sent }: DayParameters) {
  return {
    date,
    works: enabled,
    shiftFromSeconds: secondsOf(workTime?.from),
    shiftToSeconds: secondsOf(workTime?.to),
    capacity: capacityOf(sent),
  };
}
