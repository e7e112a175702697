"use client";
import { type ReactNode, useMemo } from "react";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { useWords } from "@/components/lib/words/words-context";
import { CardList } from "@/components/ui/card-list";
import { DataGrid } from "@/components/ui/data-grid";
import type { SortState } from "@/components/ui/data-grid-column";
import { DEFAULT_LOAD_DIMENSIONS } from "@/server/domain/project/project-schema";
import { PapersBadge } from "./documents/papers-badge";
import { capacityText } from "./fleet-words";
import type { Project, Vehicle } from "./use-fleet";
import { limitsText, ProfileText, type VehicleWithDrivers, vehicleColumns } from "./vehicle-columns";

export type VehicleListProps = {
  vehicles: readonly VehicleWithDrivers[];
  project: Project | null;
  loading: boolean;
  sort: SortState | null;
  onSortChange: (sort: SortState | null) => void;
  onOpen: (vehicle: VehicleWithDrivers) => void;
  empty: ReactNode;
};

const vehicleId = (vehicle: Vehicle) => vehicle.id;
const vehicleName = (vehicle: Vehicle) => vehicle.label;

/** Vehicles as a grid, or as cards on a phone. */
export function VehicleList({ vehicles, project, loading, sort, onSortChange, onOpen, empty }: VehicleListProps) {
  const t = useWords("fleet");
  const isPhone = useMediaQuery(PHONE);
  const hasPapers = vehicles.some(({ papers }) => papers.length > 0);
  const columns = useMemo(() => {
    const { currency, loadDimensions } = project ?? { currency: "EUR", loadDimensions: DEFAULT_LOAD_DIMENSIONS };
    return vehicleColumns(t, { currency, loadDimensions, hasPapers }, onOpen);
  }, [t, project, hasPapers, onOpen]);
  const shared = { label: t("vehicles"), loading, empty };
  if (isPhone) {
    return (
      <CardList
        {...shared}
        items={vehicles}
        itemKey={vehicleId}
        onOpen={onOpen}
        renderItem={(vehicle) => <VehicleCard vehicle={vehicle} project={project} />}
      />
    );
  }
  return (
    <DataGrid
      {...shared}
      rows={vehicles}
      rowId={vehicleId}
      rowLabel={vehicleName}
      columns={columns}
      sort={sort}
      onSortChange={onSortChange}
      onRowOpen={onOpen}
      widthsName="vehicles"
    />
  );
}

function VehicleCard({ vehicle, project }: { vehicle: VehicleWithDrivers; project: Project | null }) {
  const t = useWords("fleet");
  const facts = [capacityText(t.format, vehicle.capacity, project?.loadDimensions ?? []), limitsText(t, vehicle)];
  return (
    <>
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{vehicle.label}</span>
        <ProfileText profile={vehicle.profile} />
      </span>
      <span className="truncate text-ink-muted">
        {[vehicle.registration, vehicle.driverNames].filter(Boolean).join(" · ") || t("nobodys")}
      </span>
      <span className="truncate text-ink-muted text-sm">{facts.filter(Boolean).join(" · ") || t("noLimits")}</span>
      <PapersBadge papers={vehicle.papers} />
    </>
  );
}
