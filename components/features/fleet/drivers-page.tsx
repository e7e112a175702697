"use client";
import { Users } from "lucide-react";
import { type ReactNode, useState } from "react";
import { formatCount } from "@/components/lib/format";
import { useMay } from "@/components/lib/viewer-permissions";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { DriverDrawer } from "./driver-drawer";
import { DriverList } from "./driver-list";
import { FleetActions } from "./fleet-actions";
import { FleetFrame, SearchBar } from "./fleet-frame";
import { FleetImport } from "./fleet-import";
import { useDriverView } from "./use-driver-view";
import { useEditor } from "./use-editor";
import { type Driver, useFleet } from "./use-fleet";

const SHOWN_OPTIONS = [
  { value: "active" as const, label: "Active" },
  { value: "inactive" as const, label: "Inactive" },
  { value: "all" as const, label: "All" },
];

/** What the page opens with, from its address. */
export type FirstAct = "add" | "import" | null;

/** A project's drivers: who can be planned, with what, from where and when. */
export function DriversPage({ firstAct }: { firstAct: FirstAct }) {
  const { chosen, drivers, vehicles, depots } = useFleet();
  const mayEdit = useMay("fleet.write");
  const editor = useEditor<Driver>(firstAct === "add" && mayEdit);
  const [isImporting, setImporting] = useState(firstAct === "import" && mayEdit);
  const view = useDriverView(drivers.data);
  const { project } = chosen;
  const acts = { mayEdit, addLabel: "Add driver", onAdd: () => editor.open(null), onImport: () => setImporting(true) };
  return (
    <FleetFrame
      title="Drivers"
      meta={drivers.data && formatCount(drivers.data.filter(({ status }) => status === "active").length)}
      chosen={chosen}
      list={drivers}
      actions={<FleetActions {...acts} />}
    >
      <SearchBar label="Search drivers" value={view.query} onValueChange={view.setQuery}>
        <SegmentedControl label="Show" options={SHOWN_OPTIONS} value={view.shown} onValueChange={view.setShown} />
      </SearchBar>
      <DriverList
        drivers={view.rows}
        currency={project?.currency ?? "EUR"}
        loading={chosen.isPending || drivers.isPending}
        sort={view.sort}
        onSortChange={view.setSort}
        onOpen={editor.open}
        empty={<DriversEmpty isFiltered={Boolean(drivers.data?.length)} acts={<FleetActions {...acts} isEmpty />} />}
      />
      {project && vehicles.data && depots.data ? (
        <DriverDrawer
          key={editor.opening}
          open={editor.isOpen}
          driver={editor.row}
          project={project}
          drivers={drivers.data ?? []}
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

function DriversEmpty({ isFiltered, acts }: { isFiltered: boolean; acts: ReactNode }) {
  if (isFiltered) {
    return (
      <EmptyState icon={<Users />} title="No driver matches">
        Look for something else, or show all drivers.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Users />} title="No drivers yet" actions={acts}>
      Import a file with drivers, vehicles and depots in one go, or add them one by one.
    </EmptyState>
  );
}
