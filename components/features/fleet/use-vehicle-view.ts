"use client";
import { useMemo, useState } from "react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import type { SortState } from "@/components/ui/data-grid-column";
import { matchesSearch } from "./fleet-words";
import { sortRows } from "./sort-rows";
import type { Driver, Vehicle } from "./use-fleet";
import { VEHICLE_SORTS, type VehicleWithDrivers } from "./vehicle-columns";

const searchTexts = (t: Words<"fleet">, vehicle: VehicleWithDrivers) => [
  vehicle.label,
  vehicle.registration,
  t(`profile.${vehicle.profile}`),
  vehicle.driverNames,
  ...vehicle.features,
];

function withDrivers(vehicles: readonly Vehicle[], drivers: readonly Driver[]): VehicleWithDrivers[] {
  const names = new Map<string, string[]>();
  for (const { name, status, vehicleId } of drivers) {
    if (vehicleId && status === "active") names.set(vehicleId, [...(names.get(vehicleId) ?? []), name]);
  }
  return vehicles.map((vehicle) => ({ ...vehicle, driverNames: (names.get(vehicle.id) ?? []).join(", ") }));
}

/** What of the vehicles is looked at, in which order, with who drives them. */
export function useVehicleView(vehicles: readonly Vehicle[] | undefined, drivers: readonly Driver[] | undefined) {
  const t = useWords("fleet");
  const [query, setQuery] = useState("");
  const [isDueOnly, setDueOnly] = useState(false);
  const [sort, setSort] = useState<SortState | null>(null);
  const all = useMemo(() => withDrivers(vehicles ?? [], drivers ?? []), [vehicles, drivers]);
  const rows = useMemo(() => {
    const matching = all.filter(
      (vehicle) => (!isDueOnly || vehicle.papers.length > 0) && matchesSearch(query, searchTexts(t, vehicle)),
    );
    return sortRows(matching, sort, VEHICLE_SORTS);
  }, [all, isDueOnly, query, sort, t]);
  const due = all.filter(({ papers }) => papers.length > 0).length;
  return { all, rows, due, isDueOnly, setDueOnly, query, setQuery, sort, setSort };
}
