import type { BoundingBox, LatLng } from "@/server/domain/geo";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { RoadEngine } from "./road-engine";

/** Roads that can be asked: a network built here, or a server that knows some part of the world. */
export interface RoadSource {
  readonly name: string;
  /** Another one whenever its roads may have changed, so that nothing remembered outlives them. */
  version(): string;
  /** Absent: whatever it is asked. */
  readonly box?: BoundingBox;
  /** Absent: all. */
  readonly profiles?: ReadonlySet<TravelProfile>;
  /** Above so many doors a matrix takes minutes, and is an estimate calibrated on a sample of roads. */
  readonly maxDoors: number;
  /** The one engine of this source; started by its first question. */
  open(): RoadEngine;
}

/** About a kilometre: as far from its outermost road as the network is still asked. */
const MARGIN_DEGREES = 0.01;

export function coversPosition({ box }: Pick<RoadSource, "box">, { lat, lng }: LatLng): boolean {
  if (!box) return true;
  const [west, south, east, north] = box;
  return (
    lng >= west - MARGIN_DEGREES &&
    lng <= east + MARGIN_DEGREES &&
    lat >= south - MARGIN_DEGREES &&
    lat <= north + MARGIN_DEGREES
  );
}

/**
 * The sources worth asking, best first: those that cover most of the positions, in the order given among equals; none
 * that covers none of them or does not know the profile.
 */
export function rankSources(
  sources: readonly RoadSource[],
  positions: readonly LatLng[],
  profile: TravelProfile,
): RoadSource[] {
  return sources
    .filter((source) => source.profiles?.has(profile) ?? true)
    .map((source) => ({ source, covered: positions.filter((each) => coversPosition(source, each)).length }))
    .filter(({ covered }) => covered > 0)
    .sort((a, b) => b.covered - a.covered)
    .map(({ source }) => source);
}
