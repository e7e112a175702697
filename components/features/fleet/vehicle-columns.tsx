import { Bike, Car, Footprints, Truck } from "lucide-react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import type { GridColumn } from "@/components/ui/data-grid-column";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { PapersBadge } from "./documents/papers-badge";
import { Codes, OpenButton } from "./driver-columns";
import { capacityText } from "./fleet-words";
import type { SortKeys } from "./sort-rows";
import type { Project, Vehicle } from "./use-fleet";

const PROFILE_ICONS = { car: Car, van: Truck, truck: Truck, bike: Bike, foot: Footprints };

/** A vehicle with the names of those who usually drive it. */
export type VehicleWithDrivers = Vehicle & { readonly driverNames: string };

/** What it is, as shape and word. */
export function ProfileText({ profile }: { profile: TravelProfile }) {
  const t = useWords("fleet");
  const Icon = PROFILE_ICONS[profile];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden="true" className="size-3.5 text-ink-muted" />
      {t(`profile.${profile}`)}
    </span>
  );
}

/** The vehicle's limits on a route in words; empty when there are none. */
export function limitsText(t: Words<"fleet">, { maxStops, maxDistanceMeters, maxDriveSeconds }: Vehicle): string {
  return [
    maxStops !== null && t("stops", { count: maxStops }),
    maxDistanceMeters !== null && t.format.distance(maxDistanceMeters),
    maxDriveSeconds !== null && `${t.format.duration(maxDriveSeconds)} h`,
  ]
    .filter(Boolean)
    .join(" · ");
}

export const VEHICLE_SORTS: SortKeys<VehicleWithDrivers> = {
  label: (vehicle) => vehicle.label,
  registration: (vehicle) => vehicle.registration,
  profile: (vehicle) => vehicle.profile,
  capacity: (vehicle) => vehicle.capacity[0] ?? null,
  drivers: (vehicle) => vehicle.driverNames,
  fixed: (vehicle) => vehicle.fixedCostCents,
  perKm: (vehicle) => vehicle.costPerKmCents,
  papers: (vehicle) => vehicle.papers[0]?.expiresOn ?? null,
};

const none = (text: string) => <span className="text-ink-muted">{text}</span>;

export interface VehicleColumnOptions extends Pick<Project, "currency" | "loadDimensions"> {
  /** Some vehicle's documents have expired or soon will: where none's have, their column would be empty. */
  readonly hasPapers: boolean;
}

export function vehicleColumns(
  t: Words<"fleet">,
  { currency, loadDimensions, hasPapers }: VehicleColumnOptions,
  onOpen: (vehicle: VehicleWithDrivers) => void,
): GridColumn<VehicleWithDrivers>[] {
  const papers: GridColumn<VehicleWithDrivers> = {
    id: "papers",
    header: t("documents.title"),
    width: 236,
    sortable: true,
    cell: (vehicle) => <PapersBadge papers={vehicle.papers} />,
  };
  return [
    {
      id: "label",
      header: t("name"),
      width: 120,
      grow: true,
      sortable: true,
      cell: (vehicle) => <OpenButton onOpen={() => onOpen(vehicle)}>{vehicle.label}</OpenButton>,
    },
    ...(hasPapers ? [papers] : []),
    {
      id: "registration",
      header: t("registration"),
      width: 120,
      sortable: true,
      cell: (vehicle) => vehicle.registration || none(t("none")),
    },
    {
      id: "profile",
      header: t("type"),
      width: 100,
      sortable: true,
      cell: (vehicle) => <ProfileText profile={vehicle.profile} />,
    },
    {
      id: "capacity",
      header: t("capacity"),
      width: 170,
      grow: true,
      sortable: true,
      cell: (vehicle) => capacityText(t.format, vehicle.capacity, loadDimensions) || none(t("noLimit")),
    },
    { id: "limits", header: t("limits"), width: 150, cell: (vehicle) => limitsText(t, vehicle) || none(t("none")) },
    {
      id: "features",
      header: t("features"),
      width: 130,
      cell: (vehicle) => <Codes codes={vehicle.features} shown={2} />,
    },
    {
      id: "drivers",
      header: t("drivenBy"),
      width: 160,
      grow: true,
      sortable: true,
      cell: (vehicle) => vehicle.driverNames || none(t("nobody")),
    },
    {
      id: "fixed",
      header: t("perDay"),
      width: 92,
      align: "end",
      sortable: true,
      cell: ({ fixedCostCents }) => (fixedCostCents ? t.format.money(fixedCostCents, currency) : none("–")),
    },
    {
      id: "perKm",
      header: t("perDistance", { unit: t.format.units.distance.unit }),
      width: 104,
      align: "end",
      sortable: true,
      cell: ({ costPerKmCents }) =>
        costPerKmCents ? t.format.rate(costPerKmCents, t.format.units.moneyPerDistance, currency) : none("–"),
    },
  ];
}
