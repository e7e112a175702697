"use client";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { DepotsLayer } from "@/components/map/depots-layer";
import { FitBounds, type ViewBounds } from "@/components/map/fit-bounds";
import type { BasemapSources } from "@/components/map/load-basemap";
import { MapCanvas } from "@/components/map/map-canvas";
import { MapClicks } from "@/components/map/map-clicks";
import { PinLayer } from "@/components/map/pin-layer";
import { boundingBox } from "@/server/domain/geo";
import { mainBoxOf } from "@/server/domain/intake/country-boxes";
import type { DepotPosition } from "./depot-draft";
import type { Depot } from "./use-fleet";

export type DepotPinMapProps = {
  basemap: BasemapSources;
  /** Where the pin stands; null: nowhere yet. */
  position: DepotPosition | null;
  /** Where the depot has been so far: what the map opens on, before the other depots and the country. */
  home: DepotPosition | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Given, a click puts the pin and dragging moves it. */
  onMove?: (position: DepotPosition) => void;
  others: readonly Depot[];
};

/** Where depots are, as marks on a map. */
export function depotMarks(depots: readonly Depot[]) {
  return depots.flatMap(({ id, name, lat, lng }) => (lat === null || lng === null ? [] : [{ id, name, lat, lng }]));
}

/** A small map to put one depot's pin on the true gate. */
export function DepotPinMap({ basemap, position, home, country, onMove, others }: DepotPinMapProps) {
  const t = useWords("fleet");
  const theme = useTheme();
  const marks = depotMarks(others);
  const bounds: ViewBounds | undefined = boundingBox(home ? [home] : marks) ?? mainBoxOf(country);
  return (
    <div className="h-64 overflow-hidden rounded-md border border-line">
      <MapCanvas {...basemap} theme={theme} className="h-full">
        {/* Only at first: a map that moves by itself takes the gate out of sight. */}
        <FitBounds bounds={bounds} fitKey="first" paddingPixels={32} maxZoom={home ? 16 : 12} />
        <DepotsLayer depots={marks} />
        {position ? (
          <PinLayer position={position} onMoved={(moved) => onMove?.(rounded(moved))} label={t("pinLabel")} />
        ) : null}
        {onMove ? <MapClicks onClick={(clicked) => onMove(rounded(clicked))} /> : null}
      </MapCanvas>
    </div>
  );
}

/** A tenth of a metre is more than a finger can aim at. */
function rounded({ lat, lng }: DepotPosition): DepotPosition {
  return { lat: Number(lat.toFixed(6)), lng: Number(lng.toFixed(6)) };
}
