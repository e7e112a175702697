import type { ErrorEvent, Map as MapLibreMap, MapSourceDataEvent } from "maplibre-gl";

type TileId = { readonly z: number; readonly x: number; readonly y: number };

export interface TileWatch {
  /** Asks again for the tiles that failed. False where the whole source failed and must be made anew. */
  retry(): boolean;
  stop(): void;
}

/** One tile may be missing from a set and another may be lost on the way; so many in a row are a server that is gone. */
const FAILURES_IN_A_ROW = 3;

/**
 * Reports a background that fails: before any of its tiles has come, or later, several tiles in a row. Then reports it
 * well when tiles come again, and has the lost ones fetched.
 */
export function watchTiles(
  map: MapLibreMap,
  sourceIds: readonly string[],
  report: (state: "failing" | "well") => void,
): TileWatch {
  const lost = new Map<string, TileId[]>();
  let hasArrived = false;
  let isFailing = false;
  let isSourceLost = false;
  let failures = 0;
  const refetch = () => {
    const batches = [...lost];
    lost.clear();
    for (const [sourceId, tiles] of batches) if (map.getSource(sourceId)) map.refreshTiles(sourceId, tiles);
  };
  const onData = (event: MapSourceDataEvent) => {
    if (!event.tile || !sourceIds.includes(event.sourceId)) return;
    hasArrived = true;
    failures = 0;
    if (!isFailing) return;
    isFailing = false;
    report("well");
    refetch();
  };
  const onError = (event: ErrorEvent & { sourceId?: string; tile?: { tileID: { canonical: TileId } } }) => {
    if (!event.sourceId || !sourceIds.includes(event.sourceId)) return;
    failures++;
    if (event.tile) {
      const { z, x, y } = event.tile.tileID.canonical;
      lost.set(event.sourceId, [...(lost.get(event.sourceId) ?? []), { z, x, y }]);
    } else isSourceLost = true;
    if (isFailing || (hasArrived && failures < FAILURES_IN_A_ROW)) return;
    isFailing = true;
    report("failing");
  };
  map.on("sourcedata", onData);
  map.on("error", onError);
  return {
    retry() {
      if (isSourceLost) return false;
      refetch();
      return true;
    },
    stop() {
      map.off("sourcedata", onData);
      map.off("error", onError);
    },
  };
}
