"use client";
import { Truck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";
import { DueFilter } from "./documents/due-filter";
import type { FirstAct } from "./drivers-page";
import { ExportList } from "./export-list";
import { FleetActions } from "./fleet-actions";
import { FleetFrame, SearchBar } from "./fleet-frame";
import { FleetImport } from "./fleet-import";
import { useEditor } from "./use-editor";
import { useFleet } from "./use-fleet";
import { useVehicleView } from "./use-vehicle-view";
import type { VehicleWithDrivers } from "./vehicle-columns";
import { VehicleDrawer } from "./vehicle-drawer";
import { VehicleList } from "./vehicle-list";

/** A project's vehicles: what they carry, how far they go and what they cost. */
export function VehiclesPage({ firstAct }: { firstAct: FirstAct }) {
  const t = useWords("fleet");
  const { chosen, drivers, vehicles } = useFleet();
  const mayEdit = useMay("fleet.write");
  const editor = useEditor<VehicleWithDrivers>(firstAct === "add" && mayEdit);
  const [isImporting, setImporting] = useState(firstAct === "import" && mayEdit);
  const view = useVehicleView(vehicles.data, drivers.data);
  const { project } = chosen;
  const acts = {
    mayEdit,
    addLabel: t("addVehicle"),
    onAdd: () => editor.open(null),
    onImport: () => setImporting(true),
  };
  const exporter = project && vehicles.data?.length ? <ExportList projectId={project.id} list="vehicles" /> : null;
  return (
    <FleetFrame
      title={t("vehicles")}
      unreadable={t("unreadable.vehicles")}
      meta={vehicles.data && t.format.count(view.all.length)}
      chosen={chosen}
      list={vehicles}
      actions={<FleetActions {...acts} exporter={exporter} />}
    >
      <SearchBar label={t("searchVehicles")} value={view.query} onValueChange={view.setQuery}>
        <DueFilter count={view.due} isOn={view.isDueOnly} onChange={view.setDueOnly} />
      </SearchBar>
      <VehicleList
        vehicles={view.rows}
        project={project}
        loading={chosen.isPending || vehicles.isPending}
        sort={view.sort}
        onSortChange={view.setSort}
        onOpen={editor.open}
        empty={<VehiclesEmpty isFiltered={view.all.length > 0} acts={<FleetActions {...acts} isEmpty />} />}
      />
      {project ? (
        <>
          <VehicleDrawer
            key={editor.opening}
            open={editor.isOpen}
            vehicle={editor.row}
            project={project}
            vehicles={view.all}
            mayEdit={mayEdit}
            onClose={editor.close}
          />
          <FleetImport open={isImporting} project={project} onClose={() => setImporting(false)} />
        </>
      ) : null}
    </FleetFrame>
  );
}

function VehiclesEmpty({ isFiltered, acts }: { isFiltered: boolean; acts: ReactNode }) {
  const t = useWords("fleet");
  if (isFiltered) {
    return (
      <EmptyState icon={<Truck />} title={t("noVehicleMatches")}>
        {t("noVehicleMatchesAbout")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Truck />} title={t("noVehicles")} actions={acts}>
      {t("noVehiclesAbout")}
    </EmptyState>
  );
}
