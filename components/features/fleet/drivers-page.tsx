"use client";
import { Users } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { DueFilter } from "./documents/due-filter";
import { DriverDrawer } from "./driver-drawer";
import { DriverList } from "./driver-list";
import { ExportList } from "./export-list";
import { FleetActions } from "./fleet-actions";
import { FleetFrame, SearchBar } from "./fleet-frame";
import { FleetImport } from "./fleet-import";
import { useDriverView } from "./use-driver-view";
import { useEditor } from "./use-editor";
import { type Driver, useFleet } from "./use-fleet";

/** What the page opens with, from its address. */
export type FirstAct = "add" | "import" | null;

/** A project's drivers: who can be planned, with what, from where and when. */
export function DriversPage({ firstAct }: { firstAct: FirstAct }) {
  const t = useWords("fleet");
  const { chosen, drivers, vehicles, depots } = useFleet();
  const mayEdit = useMay("fleet.write");
  const editor = useEditor<Driver>(firstAct === "add" && mayEdit);
  const [isImporting, setImporting] = useState(firstAct === "import" && mayEdit);
  const view = useDriverView(drivers.data);
  const { project } = chosen;
  const shownOptions = [
    { value: "active" as const, label: t("shownActive") },
    { value: "inactive" as const, label: t("shownInactive") },
    { value: "all" as const, label: t("shownAll") },
  ];
  const acts = {
    mayEdit,
    addLabel: t("addDriver"),
    onAdd: () => editor.open(null),
    onImport: () => setImporting(true),
  };
  const exporter = project && drivers.data?.length ? <ExportList projectId={project.id} list="drivers" /> : null;
  return (
    <FleetFrame
      title={t("drivers")}
      unreadable={t("unreadable.drivers")}
      meta={drivers.data && t.format.count(drivers.data.filter(({ status }) => status === "active").length)}
      chosen={chosen}
      list={drivers}
      actions={<FleetActions {...acts} exporter={exporter} />}
    >
      <SearchBar label={t("searchDrivers")} value={view.query} onValueChange={view.setQuery}>
        <SegmentedControl label={t("show")} options={shownOptions} value={view.shown} onValueChange={view.setShown} />
        <DueFilter count={view.due} isOn={view.isDueOnly} onChange={view.setDueOnly} />
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
  const t = useWords("fleet");
  if (isFiltered) {
    return (
      <EmptyState icon={<Users />} title={t("noDriverMatches")}>
        {t("noDriverMatchesAbout")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Users />} title={t("noDrivers")} actions={acts}>
      {t("noDriversAbout")}
    </EmptyState>
  );
}
