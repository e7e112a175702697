import type { Metadata } from "@/server/domain/order/delivery-schema";
import type { VehicleInput } from "@/server/domain/vehicle/vehicle-schema";
import type { readVehicle } from "@/server/services/fleet/read-vehicle";
import { dress } from "../ids";
import type { VehicleAnswer, VehiclePatch } from "../wire/vehicle";
import { said } from "./door";
import { toOwnValues } from "./own-values";

type Known = Awaited<ReturnType<typeof readVehicle>>;

/** The core's word for no limit. */
const UNLIMITED = 2_000_000_000;
const MILLILITRES = 1000;
const KEY = "lastmile";

/** A new vehicle's, until the desk says otherwise: as a van of one's own is reckoned. */
const BLANK: VehicleInput = {
  label: "",
  registration: "",
  profile: "van",
  capacity: [UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED],
  features: [],
  maxStops: null,
  maxDistanceMeters: null,
  maxDriveSeconds: null,
  fixedCostCents: 0,
  costPerKmCents: 35,
};

/** A vehicle as a request makes it of what it was; `partnerId` as undressed by the caller. */
export function toVehicle(
  request: VehiclePatch & { readonly vehicle_id?: string | undefined },
  partnerId: string | null | undefined,
  before?: Known,
): VehicleInput {
  const was = before ? inputOf(before) : BLANK;
  const { type = was.profile, capacity, dimensions, registration = was.registration, metadata } = request;
  const [weight, volume, parcels, other] = was.capacity;
  return {
    ...was,
    profile: type,
    registration,
    label: request.label ?? (was.label || registration || request.vehicle_id || type),
    capacity: [
      capacity ? limit(capacity.weight) : weight,
      capacity ? limit(capacity.volume, MILLILITRES) : volume,
      parcels,
      other,
    ],
    ...(partnerId !== undefined && { partnerId }),
    ...(metadata && { metadata: { ...was.metadata, ...metadata } }),
    ...toOwnValues(request.custom_fields, before?.vehicle.customFields),
    ...(dimensions && { extensions: { ...was.extensions, [KEY]: { dimensions } } }),
  };
}

/** A vehicle as this API says it. */
export function fromVehicle({ vehicle, clientName, isOut }: Known): VehicleAnswer {
  const id = dress("vehicle", vehicle.id);
  const [weight = UNLIMITED, volume = UNLIMITED] = vehicle.capacity;
  const sent = vehicle.extensions[KEY] as { dimensions?: Metadata } | undefined;
  return {
    id,
    vehicle_id: clientName ?? id,
    partner_id: vehicle.partnerId && dress("partner", vehicle.partnerId),
    type: vehicle.profile,
    label: vehicle.label,
    capacity: {
      weight: weight >= UNLIMITED ? null : weight,
      volume: volume >= UNLIMITED ? null : volume / MILLILITRES,
    },
    dimensions: sent?.dimensions ?? {},
    registration: vehicle.registration,
    status: vehicle.status,
    available: vehicle.status === "active" && !isOut,
    metadata: vehicle.metadata,
    custom_fields: vehicle.customFields,
    version: vehicle.version,
    created_at: said(vehicle.createdAt),
    updated_at: said(vehicle.updatedAt),
  };
}

function inputOf({ vehicle }: Known): VehicleInput {
  const { label, registration, profile, capacity, features, maxStops, maxDistanceMeters, maxDriveSeconds } = vehicle;
  const { fixedCostCents, costPerKmCents, metadata, extensions } = vehicle;
  const loads = capacity as VehicleInput["capacity"];
  const limits = { maxStops, maxDistanceMeters, maxDriveSeconds, fixedCostCents, costPerKmCents };
  return { label, registration, profile, capacity: loads, features, ...limits, metadata, extensions };
}

function limit(amount: number | undefined, perUnit = 1): number {
  return amount === undefined ? UNLIMITED : Math.min(UNLIMITED, Math.round(amount * perUnit));
}
