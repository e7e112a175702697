import type { DropPlace } from "../board-store";
import { placeOnRow } from "../drag/drop-target";

/**
 * Where a drag over the columns is aimed. Anywhere on a route means its best place, as on the timeline; with Alt held it
 * is exactly the gap under the pointer, or the end of the route below its last stop.
 */
export function placeInColumns(clientX: number, clientY: number): DropPlace | null {
  const target = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-drop-kind]");
  const place = target ? placeOnRow(target, clientY) : null;
  return place?.kind === "gap" ? { ...place, kind: "slot" } : place;
}
