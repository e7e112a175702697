"use client";
import { Plus, Truck, Upload } from "lucide-react";
import { useMemo, useState } from "react";
import { formatCount } from "@/components/lib/format";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { useMay } from "@/components/lib/viewer-permissions";
import { Button } from "@/components/ui/button";
import { CardList } from "@/components/ui/card-list";
import { DataGrid } from "@/components/ui/data-grid";
import type { SortState } from "@/components/ui/data-grid-column";
import { EmptyState } from "@/components/ui/empty-state";
import { DEFAULT_LOAD_DIMENSIONS } from "@/server/domain/project/project-schema";
import type { FirstAct } from "./drivers-page";
import { FleetFrame, SearchBar } from "./fleet-frame";
import { FleetImport } from "./fleet-import";
import { capacityText, matchesSearch, PROFILE_LABELS } from "./fleet-words";
import { sortRows } from "./sort-rows";
import { useEditor } from "./use-editor";
import { type Driver, type Project, useFleet, type Vehicle } from "./use-fleet";
import { limitsText, ProfileText, VEHICLE_SORTS, type VehicleWithDrivers, vehicleColumns } from "./vehicle-columns";
import { VehicleDrawer } from "./vehicle-drawer";

const vehicleId = (vehicle: Vehicle) => vehicle.id;
const vehicleName = (vehicle: Vehicle) => vehicle.label;
const searchTexts = (vehicle: VehicleWithDrivers) => [
  vehicle.label,
  vehicle.registration,
  PROFILE_LABELS[vehicle.profile],
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

/** A project's vehicles: what they carry, how far they go and what they cost. */
export function VehiclesPage({ firstAct }: { firstAct: FirstAct }) {
  const { chosen, drivers, vehicles } = useFleet();
  const mayEdit = useMay("fleet.write");
  const isPhone = useMediaQuery(PHONE);
  const editor = useEditor<VehicleWithDrivers>(firstAct === "add" && mayEdit);
  const [isImporting, setImporting] = useState(firstAct === "import" && mayEdit);
  const [query, setQuery] = useState("");
  const [sort, setSort] = useState<SortState | null>(null);
  const { project } = chosen;
  const all = useMemo(() => withDrivers(vehicles.data ?? [], drivers.data ?? []), [vehicles.data, drivers.data]);
  const rows = useMemo(() => {
    const matching = all.filter((vehicle) => matchesSearch(query, searchTexts(vehicle)));
    return sortRows(matching, sort, VEHICLE_SORTS);
  }, [all, query, sort]);
  const columns = useMemo(
    () => vehicleColumns(project ?? { currency: "EUR", loadDimensions: DEFAULT_LOAD_DIMENSIONS }, editor.open),
    [project, editor.open],
  );
  const list = {
    label: "Vehicles",
    loading: chosen.isPending || vehicles.isPending,
    empty:
      all.length > 0 ? (
        <EmptyState icon={<Truck />} title="No vehicle matches">
          Look for something else.
        </EmptyState>
      ) : (
        <VehiclesEmpty mayEdit={mayEdit} onAdd={() => editor.open(null)} onImport={() => setImporting(true)} />
      ),
  };
  return (
    <FleetFrame
      title="Vehicles"
      meta={vehicles.data ? formatCount(all.length) : undefined}
      chosen={chosen}
      list={vehicles}
      actions={
        mayEdit ? (
          <>
            <Button icon={<Upload />} onClick={() => setImporting(true)}>
              Import fleet
            </Button>
            <Button variant="primary" icon={<Plus />} onClick={() => editor.open(null)}>
              Add vehicle
            </Button>
          </>
        ) : null
      }
    >
      <SearchBar label="Search vehicles" value={query} onValueChange={setQuery} />
      {isPhone ? (
        <CardList
          {...list}
          items={rows}
          itemKey={vehicleId}
          onOpen={editor.open}
          renderItem={(vehicle) => <VehicleCard vehicle={vehicle} project={project} />}
        />
      ) : (
        <DataGrid
          {...list}
          rows={rows}
          rowId={vehicleId}
          rowLabel={vehicleName}
          columns={columns}
          sort={sort}
          onSortChange={setSort}
          onRowOpen={editor.open}
          widthsName="vehicles"
        />
      )}
      {project ? (
        <>
          <VehicleDrawer
            key={editor.opening}
            open={editor.isOpen}
            vehicle={editor.row}
            project={project}
            vehicles={all}
            mayEdit={mayEdit}
            onClose={editor.close}
          />
          <FleetImport open={isImporting} project={project} onClose={() => setImporting(false)} />
        </>
      ) : null}
    </FleetFrame>
  );
}

function VehicleCard({ vehicle, project }: { vehicle: VehicleWithDrivers; project: Project | null }) {
  const facts = [capacityText(vehicle.capacity, project?.loadDimensions ?? []), limitsText(vehicle)];
  return (
    <>
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{vehicle.label}</span>
        <ProfileText profile={vehicle.profile} />
      </span>
      <span className="truncate text-ink-muted">
        {[vehicle.registration, vehicle.driverNames].filter(Boolean).join(" · ") || "Nobody’s usual vehicle"}
      </span>
      <span className="truncate text-ink-muted text-sm">{facts.filter(Boolean).join(" · ") || "No limits"}</span>
    </>
  );
}

function VehiclesEmpty({ mayEdit, onAdd, onImport }: { mayEdit: boolean; onAdd: () => void; onImport: () => void }) {
  return (
    <EmptyState
      icon={<Truck />}
      title="No vehicles yet"
      actions={
        mayEdit ? (
          <>
            <Button variant="primary" icon={<Upload />} onClick={onImport}>
              Import fleet
            </Button>
            <Button icon={<Plus />} onClick={onAdd}>
              Add vehicle
            </Button>
          </>
        ) : null
      }
    >
      A driver needs a vehicle to be planned: import a fleet file, or add vehicles one by one.
    </EmptyState>
  );
}
