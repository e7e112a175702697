"use client";
import { useMemo, useState } from "react";
import type { SortState } from "@/components/ui/data-grid-column";
import { DRIVER_SORTS } from "./driver-columns";
import { matchesSearch } from "./fleet-words";
import { sortRows } from "./sort-rows";
import type { Driver } from "./use-fleet";

export type ShownDrivers = "active" | "inactive" | "all";

const searchTexts = (driver: Driver) => [
  driver.name,
  driver.email,
  driver.phone,
  driver.vehicleLabel,
  driver.depotName,
  ...driver.skills,
];

/** What of the drivers is looked at, in which order. */
export function useDriverView(drivers: readonly Driver[] | undefined) {
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState<ShownDrivers>("active");
  const [isDueOnly, setDueOnly] = useState(false);
  const [sort, setSort] = useState<SortState | null>(null);
  const rows = useMemo(() => {
    const matching = (drivers ?? []).filter(
      (driver) =>
        (shown === "all" || driver.status === shown) &&
        (!isDueOnly || driver.papers.length > 0) &&
        matchesSearch(query, searchTexts(driver)),
    );
    return sortRows(matching, sort, DRIVER_SORTS);
  }, [drivers, shown, isDueOnly, query, sort]);
  const due = (drivers ?? []).filter(({ status, papers }) => status === "active" && papers.length > 0).length;
  return { rows, due, isDueOnly, setDueOnly, query, setQuery, shown, setShown, sort, setSort };
}
