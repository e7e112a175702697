import "server-only";
import { distanceMeters } from "@/server/domain/geo";
import type { GeocodeResult } from "@/server/ports/geocoder";

/** Whether an address was found: for certain, as one of several places, only in part (its street, its town), or not. */
export type GeocodingVerdict = "found" | "several" | "partial" | "nothing";

/** Nearer than this it does not matter which of two places was meant. */
const SAME_PLACE_METERS = 150;

/** What a geocoder's answer is worth to somebody who has to be sure of a door. */
export function judgeGeocoding({ confidence, candidates }: GeocodeResult): GeocodingVerdict {
  const [best] = candidates;
  if (!best || confidence === "none") return "nothing";
  if (confidence === "street" || confidence === "city") return "partial";
  const rivals = candidates.filter(
    (each) =>
      (each.confidence === "exact" || each.confidence === "interpolated") &&
      each.confidence === best.confidence &&
      distanceMeters(each.position, best.position) > SAME_PLACE_METERS,
  );
  return rivals.length > 0 ? "several" : "found";
}
