"use client";
import { MapPin, TriangleAlert, Warehouse } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useTheme } from "@/components/lib/theme";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { DepotsLayer } from "@/components/map/depots-layer";
import { FitBounds } from "@/components/map/fit-bounds";
import type { BasemapSources } from "@/components/map/load-basemap";
import { MapCanvas } from "@/components/map/map-canvas";
import { CardList } from "@/components/ui/card-list";
import { EmptyState } from "@/components/ui/empty-state";
import { boundingBox } from "@/server/domain/geo";
import { DepotDrawer } from "./depot-drawer";
import { depotMarks } from "./depot-pin-map";
import { depotAddress, isDoubtful, placeText } from "./depot-words";
import type { FirstAct } from "./drivers-page";
import { ExportList } from "./export-list";
import { FleetActions } from "./fleet-actions";
import { FleetFrame } from "./fleet-frame";
import { FleetImport } from "./fleet-import";
import { useEditor } from "./use-editor";
import { type Depot, useFleet } from "./use-fleet";

const NO_DEPOTS: readonly Depot[] = [];

/** Where a project's routes begin and end: a list and the same on a map. */
export function DepotsPage({ basemap, firstAct }: { basemap: BasemapSources; firstAct: FirstAct }) {
  const t = useWords("fleet");
  const { chosen, drivers, depots } = useFleet();
  const mayEdit = useMay("fleet.write");
  const editor = useEditor<Depot>(firstAct === "add" && mayEdit);
  const [isImporting, setImporting] = useState(firstAct === "import" && mayEdit);
  const { project } = chosen;
  const acts = {
    mayEdit,
    addLabel: t("addDepot"),
    onAdd: () => editor.open(null),
    onImport: () => setImporting(true),
  };
  const all = depots.data ?? NO_DEPOTS;
  const driverCounts = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { depotId } of drivers.data ?? []) if (depotId) counts.set(depotId, (counts.get(depotId) ?? 0) + 1);
    return counts;
  }, [drivers.data]);
  return (
    <FleetFrame
      title={t("depots")}
      unreadable={t("unreadable.depots")}
      meta={depots.data ? t.format.count(all.length) : undefined}
      chosen={chosen}
      list={depots}
      actions={
        <FleetActions
          {...acts}
          exporter={project && all.length > 0 ? <ExportList projectId={project.id} list="depots" /> : null}
        />
      }
    >
      <div className="flex min-h-0 flex-1 flex-col-reverse md:flex-row">
        <div className="flex min-h-0 flex-1 flex-col border-line bg-surface md:w-90 md:flex-none md:border-r">
          <CardList
            label={t("depots")}
            items={all}
            itemKey={(depot) => depot.id}
            loading={chosen.isPending || depots.isPending}
            onOpen={editor.open}
            empty={<DepotsEmpty acts={<FleetActions {...acts} isEmpty />} />}
            renderItem={(depot) => (
              <DepotCard
                depot={depot}
                drivers={driverCounts.get(depot.id) ?? 0}
                isDefault={depot.id === project?.defaultDepotId}
              />
            )}
          />
        </div>
        <DepotsMap basemap={basemap} depots={all} />
      </div>
      {project && depots.data ? (
        <DepotDrawer
          key={editor.opening}
          open={editor.isOpen}
          depot={editor.row}
          project={project}
          depots={all}
          basemap={basemap}
          mayEdit={mayEdit}
          onClose={editor.close}
        />
      ) : null}
      {project ? <FleetImport open={isImporting} project={project} onClose={() => setImporting(false)} /> : null}
    </FleetFrame>
  );
}

function DepotsMap({ basemap, depots }: { basemap: BasemapSources; depots: readonly Depot[] }) {
  const t = useWords("fleet");
  const theme = useTheme();
  const marks = useMemo(() => depotMarks(depots), [depots]);
  return (
    <section
      aria-label={t("mapOfDepots")}
      className="relative h-[38dvh] shrink-0 md:h-auto md:min-w-0 md:flex-1 md:shrink"
    >
      <MapCanvas {...basemap} theme={theme} className="h-full">
        <FitBounds
          bounds={boundingBox(marks)}
          fitKey={marks.map(({ id }) => id).join(" ")}
          paddingPixels={72}
          maxZoom={13}
        />
        <DepotsLayer depots={marks} />
      </MapCanvas>
    </section>
  );
}

function DepotCard({ depot, drivers, isDefault }: { depot: Depot; drivers: number; isDefault: boolean }) {
  const t = useWords("fleet");
  return (
    <>
      <span className="flex items-center gap-2">
        <span className="min-w-0 truncate font-medium">{depot.name}</span>
        {isDefault ? <span className="shrink-0 text-ink-muted text-sm">{t("default")}</span> : null}
      </span>
      <span className="truncate text-ink-muted">
        {depot.street === depot.name ? placeText(t, depot) : depotAddress(depot)}
      </span>
      {isDoubtful(depot) ? (
        <span className="flex items-center gap-1 text-sm text-warn">
          <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" />
          {placeText(t, depot)}
        </span>
      ) : (
        <span className="flex items-center gap-1 text-ink-muted text-sm">
          <MapPin aria-hidden="true" className="size-3.5 shrink-0" />
          {t("driversStart", { count: drivers })}
        </span>
      )}
    </>
  );
}

function DepotsEmpty({ acts }: { acts: ReactNode }) {
  const t = useWords("fleet");
  return (
    <EmptyState icon={<Warehouse />} title={t("noDepots")} actions={acts}>
      {t("noDepotsAbout")}
    </EmptyState>
  );
}
