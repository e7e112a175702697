import type { BoardReload, BoardRoute, BoardStop } from "./plan-board";
import { packNumbers, packSpread, type SpreadColumn, unpackNumbers, unpackSpread } from "./wire-columns";

/** Of all routes' stops, one route after the other. */
export interface PackedStops {
  /** Its visit's row. */
  readonly visit: SpreadColumn;
  readonly seconds: string;
  readonly meters: string;
  /** 1 estimate, 2 locked to driver, 4 locked to position, 8 the route goes back to load before it. */
  readonly flags: string;
  readonly reloads: PackedReloads;
}

/** Of all stops before which a route goes back to load, one after the other. */
interface PackedReloads {
  readonly seconds: string;
  readonly meters: string;
  /** 1 where the way to the depot is an estimate. */
  readonly estimates: string;
  readonly loading: string;
}

const ESTIMATE = 1;
const DRIVER = 2;
const POSITION = 4;
const RELOAD = 8;

export function packStops(routes: readonly BoardRoute[], rowOf: ReadonlyMap<string, number>): PackedStops {
  const stops = routes.flatMap((route) => route.stops);
  const flagsOf = ({ leg, lockedToDriver, lockedToPosition, reload }: BoardStop) =>
    (leg.isEstimate ? ESTIMATE : 0) |
    (lockedToDriver ? DRIVER : 0) |
    (lockedToPosition ? POSITION : 0) |
    (reload ? RELOAD : 0);
  const reloads = stops.flatMap((stop) => stop.reload ?? []);
  return {
    visit: packSpread(stops.map((stop) => rowOf.get(stop.visitId)!)),
    seconds: packNumbers(stops.map((stop) => stop.leg.durationSeconds)),
    meters: packNumbers(stops.map((stop) => stop.leg.distanceMeters)),
    flags: packNumbers(stops.map(flagsOf)),
    reloads: {
      seconds: packNumbers(reloads.map(({ leg }) => leg.durationSeconds)),
      meters: packNumbers(reloads.map(({ leg }) => leg.distanceMeters)),
      estimates: packNumbers(reloads.map(({ leg }) => (leg.isEstimate ? 1 : 0))),
      loading: packNumbers(reloads.map(({ loadSeconds }) => loadSeconds)),
    },
  };
}

/** Gives out the reloads, in the order in which they were packed. */
function unpackReloads(packed: PackedReloads): () => BoardReload {
  const seconds = unpackNumbers(packed.seconds);
  const meters = unpackNumbers(packed.meters);
  const estimates = unpackNumbers(packed.estimates);
  const loading = unpackNumbers(packed.loading);
  let row = -1;
  return () => {
    row++;
    const leg = { durationSeconds: seconds[row]!, distanceMeters: meters[row]!, isEstimate: estimates[row] === 1 };
    return { leg, loadSeconds: loading[row]! };
  };
}

/** The stops of all routes again; `ids` are the visits' by row. */
export function unpackStops(packed: PackedStops, ids: readonly string[]): BoardStop[] {
  const seconds = unpackNumbers(packed.seconds);
  const meters = unpackNumbers(packed.meters);
  const flags = unpackNumbers(packed.flags);
  const nextReload = unpackReloads(packed.reloads);
  return unpackSpread(packed.visit).map((row, index): BoardStop => {
    const flag = flags[index]!;
    return {
      visitId: ids[row]!,
      leg: { durationSeconds: seconds[index]!, distanceMeters: meters[index]!, isEstimate: (flag & ESTIMATE) !== 0 },
      ...((flag & RELOAD) !== 0 && { reload: nextReload() }),
      lockedToDriver: (flag & DRIVER) !== 0,
      lockedToPosition: (flag & POSITION) !== 0,
    };
  });
}
