import { postcodeKey } from "@/server/domain/address/normalize-address";
import type { LatLng } from "@/server/domain/geo";
import type { SlotArea, SlotZone } from "./slot-schema";

/** Where a customer is, as far as it is known. */
export interface SlotAddress {
  readonly postcode: string;
  readonly position?: LatLng | undefined;
}

/**
 * The zone an address belongs to, or null. Where several claim it, the longest postcode prefix wins over shorter ones,
 * any postcode over polygons, and the zone named first over the others, so that every address counts in one zone only.
 */
export function zoneOfAddress(zones: readonly SlotZone[], address: SlotAddress): SlotZone | null {
  let best: { zone: SlotZone; rank: number } | null = null;
  for (const zone of zones) {
    const rank = claim(zone.area, address);
    if (rank > 0 && rank > (best?.rank ?? 0)) best = { zone, rank };
  }
  return best?.zone ?? null;
}

/** How strongly an area claims an address; 0: not at all. */
function claim(area: SlotArea, { postcode, position }: SlotAddress): number {
  if (area.kind === "polygon") return position && isInside(position, area.corners) ? 1 : 0;
  const key = postcodeKey(postcode);
  const lengths = area.prefixes.map(postcodeKey).filter((prefix) => prefix !== "" && key.startsWith(prefix));
  return Math.max(0, ...lengths.map((prefix) => 1 + prefix.length));
}

/** True for a place within a ring of corners (even-odd rule), on a plane of degrees; not across the antimeridian. */
export function isInside({ lat, lng }: LatLng, corners: readonly LatLng[]): boolean {
  let inside = false;
  let before = corners.at(-1);
  for (const corner of corners) {
    if (before && corner.lat > lat !== before.lat > lat) {
      const crossing = corner.lng + ((lat - corner.lat) / (before.lat - corner.lat)) * (before.lng - corner.lng);
      if (lng < crossing) inside = !inside;
    }
    before = corner;
  }
  return inside;
}
