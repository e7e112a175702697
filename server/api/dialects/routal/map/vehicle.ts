import type { CustomFieldValues } from "@/server/domain/custom-field/custom-fields";
import type { DriverInput } from "@/server/domain/driver/driver-schema";
import type { VehicleInput } from "@/server/domain/vehicle/vehicle-schema";
import type { DrivenVehicle } from "@/server/services/fleet/list-driven-vehicles";
import { dress } from "../ids";
import type { VehicleAnswer, VehicleRequest } from "../wire/vehicle";
import { asExtensions, sentOf } from "./extension";
import { positionOf } from "./location";
import { GRAMS_PER_KG, grams, MILLILITRES_PER_M3, millilitres } from "./to-stop-draft";

/** No limit, in any load dimension. */
const UNLIMITED = 2_000_000_000;
/** The hours of somebody of whom nobody has said any. */
const USUAL_HOURS = [8 * 3600, 20 * 3600] as const;
const COST_PER_KM_CENTS = 35;

interface Crew {
  readonly driver: DriverInput;
  readonly vehicle: VehicleInput;
  readonly clientName?: string;
  readonly customFields?: CustomFieldValues;
}

/** A vehicle as it was sent: its driver, and what he drives. */
export function toCrew(sent: VehicleRequest): Crew {
  const { label, external_id, custom_fields, default_max_weight: weight, default_max_volume: volume } = sent;
  const [from, to] = sent.default_time_window ?? sent.time_window ?? USUAL_HOURS;
  const start = sent.default_start_location && positionOf(sent.default_start_location);
  const provides = [...new Set(sent.provides ?? [])];
  return {
    driver: {
      name: label,
      email: sent.email ?? "",
      phone: sent.phone ?? "",
      skills: provides,
      status: "active",
      shiftFromSeconds: from,
      shiftToSeconds: to,
      vehicleId: null,
      depotId: null,
      costPerHourCents: 0,
      metadata: start ? { start_location: { lat: start.lat, lon: start.lng } } : {},
      extensions: asExtensions(sent),
    },
    vehicle: {
      label,
      registration: sent.plate ?? "",
      profile: "van",
      capacity: [limit(weight, grams), limit(volume, millilitres), UNLIMITED, UNLIMITED],
      features: [],
      maxStops: sent.default_max_services ?? null,
      maxDistanceMeters: atLeastOne(sent.default_max_distance),
      maxDriveSeconds: atLeastOne(sent.default_max_time),
      fixedCostCents: 0,
      costPerKmCents: COST_PER_KM_CENTS,
    },
    ...(external_id && { clientName: external_id }),
    ...(custom_fields && { customFields: withoutNulls(custom_fields) }),
  };
}

/** A field that is null has no value. */
function withoutNulls(fields: NonNullable<VehicleRequest["custom_fields"]>): CustomFieldValues {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

function limit(amount: number | null | undefined, toStored: (amount: number) => number): number {
  return typeof amount === "number" ? Math.min(toStored(amount), UNLIMITED) : UNLIMITED;
}

function atLeastOne(amount: number | null | undefined): number | null {
  return typeof amount === "number" && amount >= 1 ? Math.round(amount) : null;
}

/** A driver with what he drives, as this API's vehicle. */
export function fromVehicle(
  { driver, vehicle, clientName, start }: DrivenVehicle,
  organizationId: string,
): VehicleAnswer {
  const sent = sentOf(driver.extensions);
  const kept = (amount: number | undefined, perUnit: number) =>
    amount === undefined || amount >= UNLIMITED ? null : amount / perUnit;
  return {
    ...sent,
    id: dress(driver.id),
    organization_id: dress(organizationId),
    project_id: dress(driver.projectId),
    external_id: clientName,
    label: driver.name,
    phone: driver.phone || null,
    email: driver.email || null,
    plate: vehicle?.registration || null,
    enabled: driver.status === "active",
    default_time_window: [driver.shiftFromSeconds, driver.shiftToSeconds],
    default_max_distance: vehicle?.maxDistanceMeters ?? null,
    default_max_time: vehicle?.maxDriveSeconds ?? null,
    default_max_weight: kept(vehicle?.capacity[0], GRAMS_PER_KG),
    default_max_volume: kept(vehicle?.capacity[1], MILLILITRES_PER_M3),
    default_max_services: vehicle?.maxStops ?? null,
    default_start_location: startOf(driver, start, sent.default_start_location),
    default_end_location: (sent.default_end_location as Record<string, unknown> | undefined) ?? null,
    provides: driver.skills,
    custom_fields: { ...vehicle?.customFields, ...driver.customFields },
    created_at: driver.createdAt.toISOString(),
    updated_at: driver.updatedAt.toISOString(),
  };
}

/** What was sent of it, else the depot's, else the place he is known to start at. */
function startOf({ metadata }: DrivenVehicle["driver"], depot: DrivenVehicle["start"], sent: unknown) {
  if (typeof sent === "object" && sent !== null) return sent as Record<string, unknown>;
  if (depot && depot.lat !== null && depot.lng !== null) {
    return { lat: depot.lat, lng: depot.lng, label: [depot.street, depot.city].filter(Boolean).join(", ") };
  }
  const said = metadata.start_location as { lat?: unknown; lon?: unknown } | undefined;
  return typeof said?.lat === "number" && typeof said.lon === "number" ? { lat: said.lat, lng: said.lon } : null;
}
