"use client";
import { useMemo } from "react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { FitBounds } from "@/components/map/fit-bounds";
import type { BasemapSources } from "@/components/map/load-basemap";
import { MapCanvas } from "@/components/map/map-canvas";
import { PinLayer } from "@/components/map/pin-layer";
import { PoolLayer } from "@/components/map/pool-layer";
import { useMapPick } from "@/components/map/use-map-pick";
import type { LatLng } from "@/server/domain/geo";
import { doubtBounds } from "./doubt-queue";
import type { DoubtfulAddress } from "./use-doubts";

export type DoubtMapProps = {
  basemap: BasemapSources;
  doubt: DoubtfulAddress;
  pin: LatLng | undefined;
  /** Place of the proposal the pin stands on. */
  chosen: number | null;
  onPin: (position: LatLng) => void;
  onChoose: (candidate: number) => void;
};

function CandidateClicks({ onChoose }: { onChoose: (candidate: number) => void }) {
  useMapPick({ onPick: (pick) => pick?.kind === "pool" && onChoose(Number(pick.id)) });
  return null;
}

/** The proposals as diamonds and the pin to put on the true door. */
export function DoubtMap({ basemap, doubt, pin, chosen, onPin, onChoose }: DoubtMapProps) {
  const t = useWords("addressDoubts");
  const theme = useTheme();
  const { candidates, locationId } = doubt;
  const stops = useMemo(
    () => candidates.map(({ position }, index) => ({ id: String(index), lng: position.lng, lat: position.lat })),
    [candidates],
  );
  const selected = useMemo(() => new Set(chosen === null ? [] : [String(chosen)]), [chosen]);
  // Where the view goes is decided once per address: moving the pin must not move the map.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const bounds = useMemo(() => doubtBounds(pin, doubt), [locationId, pin === undefined]);
  return (
    <MapCanvas {...basemap} theme={theme} testHooks={typeof window !== "undefined" && "__drayTest" in window}>
      <PoolLayer stops={stops} selectedIds={selected} />
      <CandidateClicks onChoose={onChoose} />
      {pin ? <PinLayer position={pin} onMoved={onPin} label={t("pin", { street: doubt.street })} /> : null}
      <FitBounds bounds={bounds} fitKey={locationId} maxZoom={17} />
    </MapCanvas>
  );
}
