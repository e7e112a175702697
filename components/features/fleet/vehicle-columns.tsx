import { Bike, Car, Footprints, Truck } from "lucide-react";
import { formatDistance, formatDuration, formatMoney } from "@/components/lib/format";
import type { GridColumn } from "@/components/ui/data-grid-column";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { Codes, OpenButton } from "./driver-columns";
import { capacityText, PROFILE_LABELS } from "./fleet-words";
import type { SortKeys } from "./sort-rows";
import type { Project, Vehicle } from "./use-fleet";

const PROFILE_ICONS = { car: Car, van: Truck, truck: Truck, bike: Bike, foot: Footprints };

/** A vehicle with the names of those who usually drive it. */
export type VehicleWithDrivers = Vehicle & { readonly driverNames: string };

/** What it is, as shape and word. */
export function ProfileText({ profile }: { profile: TravelProfile }) {
  const Icon = PROFILE_ICONS[profile];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden="true" className="size-3.5 text-ink-muted" />
      {PROFILE_LABELS[profile]}
    </span>
  );
}

/** The vehicle's limits on a route in words; empty when there are none. */
export function limitsText({ maxStops, maxDistanceMeters, maxDriveSeconds }: Vehicle): string {
  return [
    maxStops !== null && `${maxStops} stops`,
    maxDistanceMeters !== null && formatDistance(maxDistanceMeters),
    maxDriveSeconds !== null && `${formatDuration(maxDriveSeconds)} h`,
  ]
    .filter(Boolean)
    .join(" · ");
}

export const VEHICLE_SORTS: SortKeys<VehicleWithDrivers> = {
  label: (vehicle) => vehicle.label,
  registration: (vehicle) => vehicle.registration,
  profile: (vehicle) => PROFILE_LABELS[vehicle.profile],
  capacity: (vehicle) => vehicle.capacity[0] ?? null,
  drivers: (vehicle) => vehicle.driverNames,
  fixed: (vehicle) => vehicle.fixedCostCents,
  perKm: (vehicle) => vehicle.costPerKmCents,
};

const none = (text: string) => <span className="text-ink-muted">{text}</span>;

export function vehicleColumns(
  { currency, loadDimensions }: Pick<Project, "currency" | "loadDimensions">,
  onOpen: (vehicle: VehicleWithDrivers) => void,
): GridColumn<VehicleWithDrivers>[] {
  const money = (cents: number) => (cents ? formatMoney(cents, currency) : none("–"));
  return [
    {
      id: "label",
      header: "Name",
      width: 120,
      grow: true,
      sortable: true,
      cell: (vehicle) => <OpenButton onOpen={() => onOpen(vehicle)}>{vehicle.label}</OpenButton>,
    },
    {
      id: "registration",
      header: "Registration",
      width: 120,
      sortable: true,
      cell: (vehicle) => vehicle.registration || none("None"),
    },
    {
      id: "profile",
      header: "Type",
      width: 100,
      sortable: true,
      cell: (vehicle) => <ProfileText profile={vehicle.profile} />,
    },
    {
      id: "capacity",
      header: "Capacity",
      width: 170,
      grow: true,
      sortable: true,
      cell: (vehicle) => capacityText(vehicle.capacity, loadDimensions) || none("No limit"),
    },
    { id: "limits", header: "Limits on a route", width: 180, cell: (vehicle) => limitsText(vehicle) || none("None") },
    { id: "features", header: "Features", width: 130, cell: (vehicle) => <Codes codes={vehicle.features} shown={2} /> },
    {
      id: "drivers",
      header: "Usually driven by",
      width: 160,
      grow: true,
      sortable: true,
      cell: (vehicle) => vehicle.driverNames || none("Nobody"),
    },
    {
      id: "fixed",
      header: "Per day",
      width: 92,
      align: "end",
      sortable: true,
      cell: (vehicle) => money(vehicle.fixedCostCents),
    },
    {
      id: "perKm",
      header: "Per km",
      width: 88,
      align: "end",
      sortable: true,
      cell: (vehicle) => money(vehicle.costPerKmCents),
    },
  ];
}
