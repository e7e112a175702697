"use client";
import { type ReactNode, useMemo } from "react";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { useFormats, useWords } from "@/components/lib/words/words-context";
import { CardList } from "@/components/ui/card-list";
import { DataGrid } from "@/components/ui/data-grid";
import type { SortState } from "@/components/ui/data-grid-column";
import { PapersBadge } from "./documents/papers-badge";
import { Codes, DriverStatus, driverColumns } from "./driver-columns";
import { shiftText } from "./fleet-words";
import type { Driver } from "./use-fleet";

export type DriverListProps = {
  drivers: readonly Driver[];
  currency: string;
  loading: boolean;
  sort: SortState | null;
  onSortChange: (sort: SortState | null) => void;
  onOpen: (driver: Driver) => void;
  empty: ReactNode;
};

const driverId = (driver: Driver) => driver.id;
const driverName = (driver: Driver) => driver.name;

/** Drivers as a grid, or as cards on a phone. */
export function DriverList({ drivers, currency, loading, sort, onSortChange, onOpen, empty }: DriverListProps) {
  const t = useWords("fleet");
  const isPhone = useMediaQuery(PHONE);
  const hasPapers = drivers.some(({ papers }) => papers.length > 0);
  const columns = useMemo(() => driverColumns(t, { currency, hasPapers }, onOpen), [t, currency, hasPapers, onOpen]);
  const shared = { label: t("drivers"), loading, empty };
  if (isPhone) {
    return (
      <CardList
        {...shared}
        items={drivers}
        itemKey={driverId}
        onOpen={onOpen}
        renderItem={(driver) => <DriverCard driver={driver} />}
      />
    );
  }
  return (
    <DataGrid
      {...shared}
      rows={drivers}
      rowId={driverId}
      rowLabel={driverName}
      columns={columns}
      sort={sort}
      onSortChange={onSortChange}
      onRowOpen={onOpen}
      widthsName="drivers"
    />
  );
}

function DriverCard({ driver }: { driver: Driver }) {
  const format = useFormats();
  return (
    <>
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{driver.name}</span>
        {driver.status === "active" ? null : <DriverStatus status={driver.status} />}
      </span>
      <span className="truncate text-ink-muted tabular-nums">
        {[shiftText(format, driver), driver.vehicleLabel, driver.depotName].filter(Boolean).join(" · ")}
      </span>
      <PapersBadge papers={driver.papers} />
      {driver.skills.length > 0 ? <Codes codes={driver.skills} /> : null}
    </>
  );
}
