"use client";
import { Plus, Upload, Users } from "lucide-react";
import { useMemo, useState } from "react";
import { formatCount } from "@/components/lib/format";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { useMay } from "@/components/lib/viewer-permissions";
import { Button } from "@/components/ui/button";
import { CardList } from "@/components/ui/card-list";
import { DataGrid } from "@/components/ui/data-grid";
import type { SortState } from "@/components/ui/data-grid-column";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Codes, DRIVER_SORTS, DriverStatus, driverColumns } from "./driver-columns";
import { DriverDrawer } from "./driver-drawer";
import { FleetFrame, SearchBar } from "./fleet-frame";
import { FleetImport } from "./fleet-import";
import { matchesSearch, shiftText } from "./fleet-words";
import { sortRows } from "./sort-rows";
import { useEditor } from "./use-editor";
import { type Driver, useFleet } from "./use-fleet";

type Shown = "active" | "inactive" | "all";

const SHOWN_OPTIONS = [
  { value: "active" as const, label: "Active" },
  { value: "inactive" as const, label: "Inactive" },
  { value: "all" as const, label: "All" },
];
const driverId = (driver: Driver) => driver.id;
const driverName = (driver: Driver) => driver.name;
const searchTexts = (driver: Driver) => [
  driver.name,
  driver.email,
  driver.phone,
  driver.vehicleLabel,
  driver.depotName,
  ...driver.skills,
];

/** What the page opens with, from its address. */
export type FirstAct = "add" | "import" | null;

/** A project's drivers: who can be planned, with what, from where and when. */
export function DriversPage({ firstAct }: { firstAct: FirstAct }) {
  const { chosen, drivers, vehicles, depots } = useFleet();
  const mayEdit = useMay("fleet.write");
  const isPhone = useMediaQuery(PHONE);
  const editor = useEditor<Driver>(firstAct === "add" && mayEdit);
  const [isImporting, setImporting] = useState(firstAct === "import" && mayEdit);
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState<Shown>("active");
  const [sort, setSort] = useState<SortState | null>(null);
  const { project } = chosen;
  const all = drivers.data;
  const rows = useMemo(() => {
    const matching = (all ?? []).filter(
      (driver) => (shown === "all" || driver.status === shown) && matchesSearch(query, searchTexts(driver)),
    );
    return sortRows(matching, sort, DRIVER_SORTS);
  }, [all, shown, query, sort]);
  const columns = useMemo(
    () => driverColumns(project?.currency ?? "EUR", editor.open),
    [project?.currency, editor.open],
  );
  const list = {
    label: "Drivers",
    loading: chosen.isPending || drivers.isPending,
    empty: (
      <DriversEmpty
        isFiltered={Boolean(all?.length)}
        mayEdit={mayEdit}
        onAdd={() => editor.open(null)}
        onImport={() => setImporting(true)}
      />
    ),
  };
  return (
    <FleetFrame
      title="Drivers"
      meta={all ? formatCount(all.filter(({ status }) => status === "active").length) : undefined}
      chosen={chosen}
      list={drivers}
      actions={
        mayEdit ? (
          <>
            <Button icon={<Upload />} onClick={() => setImporting(true)}>
              Import fleet
            </Button>
            <Button variant="primary" icon={<Plus />} onClick={() => editor.open(null)}>
              Add driver
            </Button>
          </>
        ) : null
      }
    >
      <SearchBar label="Search drivers" value={query} onValueChange={setQuery}>
        <SegmentedControl label="Show" options={SHOWN_OPTIONS} value={shown} onValueChange={setShown} />
      </SearchBar>
      {isPhone ? (
        <CardList
          {...list}
          items={rows}
          itemKey={driverId}
          onOpen={editor.open}
          renderItem={(driver) => <DriverCard driver={driver} />}
        />
      ) : (
        <DataGrid
          {...list}
          rows={rows}
          rowId={driverId}
          rowLabel={driverName}
          columns={columns}
          sort={sort}
          onSortChange={setSort}
          onRowOpen={editor.open}
          widthsName="drivers"
        />
      )}
      {project && vehicles.data && depots.data ? (
        <DriverDrawer
          key={editor.opening}
          open={editor.isOpen}
          driver={editor.row}
          project={project}
          drivers={all ?? []}
          vehicles={vehicles.data}
          depots={depots.data}
          mayEdit={mayEdit}
          onClose={editor.close}
        />
      ) : null}
      {project ? <FleetImport open={isImporting} project={project} onClose={() => setImporting(false)} /> : null}
    </FleetFrame>
  );
}

function DriverCard({ driver }: { driver: Driver }) {
  return (
    <>
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{driver.name}</span>
        {driver.status === "active" ? null : <DriverStatus status={driver.status} />}
      </span>
      <span className="truncate text-ink-muted tabular-nums">
        {[shiftText(driver), driver.vehicleLabel, driver.depotName].filter(Boolean).join(" · ")}
      </span>
      {driver.skills.length > 0 ? <Codes codes={driver.skills} /> : null}
    </>
  );
}

type EmptyProps = { isFiltered: boolean; mayEdit: boolean; onAdd: () => void; onImport: () => void };

function DriversEmpty({ isFiltered, mayEdit, onAdd, onImport }: EmptyProps) {
  if (isFiltered) {
    return (
      <EmptyState icon={<Users />} title="No driver matches">
        Look for something else, or show all drivers.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Users />}
      title="No drivers yet"
      actions={
        mayEdit ? (
          <>
            <Button variant="primary" icon={<Upload />} onClick={onImport}>
              Import fleet
            </Button>
            <Button icon={<Plus />} onClick={onAdd}>
              Add driver
            </Button>
          </>
        ) : null
      }
    >
      Import a file with drivers, vehicles and depots in one go, or add them one by one.
    </EmptyState>
  );
}
