"use client";
import { useQuery } from "@tanstack/react-query";
import { useTheme } from "@/components/lib/theme";
import { useTRPC } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import { AreaLayer } from "@/components/map/area-layer";
import { DepotsLayer } from "@/components/map/depots-layer";
import { FitBounds } from "@/components/map/fit-bounds";
import type { BasemapSources } from "@/components/map/load-basemap";
import { MapCanvas } from "@/components/map/map-canvas";
import { MapClicks } from "@/components/map/map-clicks";
import { PinLayer } from "@/components/map/pin-layer";
import { boundingBox, type LatLng } from "@/server/domain/geo";
import { mainBoxOf } from "@/server/domain/intake/country-boxes";

export type ZoneMapProps = {
  basemap: BasemapSources;
  /** What the map opens on where nothing is drawn yet: around its depots, else its country. */
  project: Project;
  corners: readonly LatLng[];
  onCornersChange: (corners: LatLng[]) => void;
};

/** Beyond this, corners are moved in the list: pins are elements of the page. */
const MOST_PINS = 40;

/** A map to draw a zone on: a click adds a corner, a pin can be dragged or moved by arrow keys. */
export function ZoneMap({ basemap, project, corners, onCornersChange }: ZoneMapProps) {
  const t = useWords("settingsSlots");
  const trpc = useTRPC();
  const theme = useTheme();
  const depots = useQuery(trpc.fleet.depots.queryOptions({ projectId: project.id }));
  const marks = (depots.data ?? []).flatMap(({ id, name, lat, lng }) =>
    lat === null || lng === null ? [] : [{ id, name, lat, lng }],
  );
  const home = boundingBox(corners) ?? boundingBox(marks) ?? mainBoxOf(project.defaultCountry);
  return (
    <div className="h-72 shrink-0 overflow-hidden rounded-md border border-line">
      <MapCanvas {...basemap} theme={theme} className="h-full">
        {/* Only at first: a map that moves by itself takes the corners out of sight. */}
        <FitBounds
          bounds={depots.isPending ? undefined : home}
          fitKey="first"
          paddingPixels={56}
          maxZoom={corners.length > 0 ? 16 : 11}
        />
        <DepotsLayer depots={marks} />
        <AreaLayer corners={corners} />
        {corners.slice(0, MOST_PINS).map((corner, index) => (
          <PinLayer
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the ring
            key={index}
            position={corner}
            label={t("zone.corner", { number: index + 1 })}
            onMoved={(moved) => onCornersChange(corners.map((each, at) => (at === index ? moved : each)))}
          />
        ))}
        <MapClicks onClick={(clicked) => onCornersChange([...corners, clicked])} />
      </MapCanvas>
    </div>
  );
}
