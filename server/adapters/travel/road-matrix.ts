import { setImmediate } from "node:timers/promises";
import { distanceMeters, type LatLng } from "@/server/domain/geo";
import { calibrateEstimate, type MeasuredPair } from "@/server/domain/travel/calibrate-estimate";
import { type EstimateCalibration, estimateLeg, UNCALIBRATED } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { TravelMatrixResult, TravelOptions } from "@/server/ports/travel";
import { allocateMatrix } from "./estimate-travel";
import { doorName, type MatrixStore, type StoredMatrix } from "./matrix-store";
import { type MeasuredPairs, measurePairs, type PairArea, UNKNOWN } from "./measure-pairs";
import { findReachable } from "./reachable-positions";
import { type RoadBlock, RoadsUnavailable } from "./road-engine";
import { coversPosition, type RoadSource } from "./road-source";

const CALIBRATION_PAIRS = 5000;
/** Some 10 ms of work between two looks at the event loop. */
const CELLS_PER_TURN = 500_000;

export interface RoadMatrix extends TravelMatrixResult {
  readonly calibration: EstimateCalibration;
}

/** Where the measuring is not whole, pairs not known may yet have a way. */
interface MeasuredDoors extends StoredMatrix, MeasuredPairs {}

/**
 * The matrix measured on roads, block by block, but for what the store remembers. What the roads do not say is estimated,
 * with the estimate calibrated on what they do. Doors inside the road network that no road reaches, or that are cut off
 * from most others, are listed as unreachable. Rejects when the roads are unavailable or the signal aborts.
 */
export async function buildRoadMatrix(
  source: RoadSource,
  store: MatrixStore,
  positions: readonly LatLng[],
  profile: TravelProfile,
  options: TravelOptions = {},
): Promise<RoadMatrix> {
  const { doors, doorOf } = mergeDoors(positions);
  const measured = await measureDoors(source, store, doors, profile, options);
  const cutOff = await findCutOff(measured);
  const measuredCalibration = calibrateEstimate(samplePairs(measured), profile);
  const calibration =
    measuredCalibration === UNCALIBRATED ? (options.calibration ?? UNCALIBRATED) : measuredCalibration;
  const matrix = allocateMatrix(positions.length);
  for (const [row, from] of positions.entries()) {
    await turn(row, positions.length);
    const wayless = cutOff[doorOf[row]!]!;
    for (const [column, to] of positions.entries()) {
      if (doorOf[row] === doorOf[column]) continue;
      const at = doorOf[row]! * doors.length + doorOf[column]!;
      const isKnown = !wayless && !cutOff[doorOf[column]!] && measured.known.durationSeconds[at] !== UNKNOWN;
      const leg = isKnown ? legAt(measured.known, at) : estimateLeg(from, to, profile, calibration);
      matrix.durationSeconds[row * positions.length + column] = leg.durationSeconds;
      matrix.distanceMeters[row * positions.length + column] = leg.distanceMeters;
    }
  }
  const isOutside = (position: LatLng) => !coversPosition(source, position);
  const unreachable = positions.flatMap((position, index) =>
    cutOff[doorOf[index]!] && !isOutside(position) ? [index] : [],
  );
  const isMeasured = positions.some((_, index) => !cutOff[doorOf[index]!]);
  const { roadsFailure } = measured;
  const found = { ...matrix, unreachable, calibration, ...(roadsFailure !== undefined && { roadsFailure }) };
  return { ...found, source: isMeasured ? "roads" : "estimate" };
}

/** Lets the event loop have a turn now and then, in work row by row. */
async function turn(row: number, columns: number): Promise<void> {
  if (row % Math.max(1, Math.floor(CELLS_PER_TURN / columns)) === 0) await setImmediate();
}

function legAt({ durationSeconds, distanceMeters }: RoadBlock, cell: number) {
  return { durationSeconds: durationSeconds[cell]!, distanceMeters: distanceMeters[cell]! };
}

/** Several deliveries at one door are asked for once. */
function mergeDoors(positions: readonly LatLng[]): { doors: LatLng[]; doorOf: number[] } {
  const doors: LatLng[] = [];
  const known = new Map<string, number>();
  const doorOf = positions.map((position) => {
    const name = doorName(position);
    const door = known.get(name) ?? doors.push(position) - 1;
    known.set(name, door);
    return door;
  });
  return { doors, doorOf };
}

/** What the store remembers of the doors, and the rest measured: ways from new doors to all, and from old ones to new. */
async function measureDoors(
  source: RoadSource,
  store: MatrixStore,
  doors: readonly LatLng[],
  profile: TravelProfile,
  options: TravelOptions,
): Promise<MeasuredDoors> {
  const roads = source.open();
  const key = { roads: source.version(), profile };
  const { reachable, known, isOld } = await recall(doors, await store.find(key, doors));
  const fresh = doors.flatMap((_, door) => (isOld[door] ? [] : [door]));
  const inside = fresh.filter((door) => coversPosition(source, doors[door]!));
  const located = await findReachable(
    roads,
    inside.map((door) => doors[door]!),
    profile,
    options.signal,
  );
  inside.forEach((door, index) => {
    reachable[door] = located[index]!;
  });
  assertKnows(source, reachable);
  const drivable = (wanted: boolean) =>
    doors.flatMap((_, door) => (reachable[door] && isOld[door] === wanted ? [door] : []));
  const [old, added] = [drivable(true), drivable(false)];
  const areas: PairArea[] = [
    { rows: added, columns: [...old, ...added] },
    { rows: old, columns: added },
  ];
  const outcome = await measurePairs(roads, { positions: doors, profile, areas, known }, options);
  const measured = { doors, reachable, known };
  if (fresh.length > 0 && outcome.isWhole) await store.save(key, measured);
  if (fresh.length === 0) options.onProgress?.(1);
  return { ...measured, ...outcome };
}

/** Roads that are near none of the places know nothing of them (their tiles are gone, say): no reason to serve nobody. */
export function assertKnows(source: RoadSource, reachable: readonly boolean[]): void {
  if (reachable.length > 0 && !reachable.includes(true)) {
    throw new RoadsUnavailable(`the roads of "${source.name}" are near none of the ${reachable.length} places`);
  }
}

/** The remembered matrix's part of these doors; the others are unknown. */
async function recall(doors: readonly LatLng[], stored: StoredMatrix | undefined) {
  const size = doors.length;
  const known: RoadBlock = {
    durationSeconds: new Int32Array(size * size).fill(UNKNOWN),
    distanceMeters: new Int32Array(size * size).fill(UNKNOWN),
  };
  const rowOf = new Map(stored?.doors.map((door, row) => [doorName(door), row]));
  const rows = doors.map((door) => rowOf.get(doorName(door)));
  const reachable = rows.map((row) => row !== undefined && stored!.reachable[row]!);
  const isOld = rows.map((row) => row !== undefined);
  if (!stored) return { reachable, known, isOld };
  for (const [from, row] of rows.entries()) {
    await turn(from, size);
    if (row === undefined) continue;
    for (const [to, column] of rows.entries()) {
      if (column === undefined) continue;
      const at = row * stored.doors.length + column;
      known.durationSeconds[from * size + to] = stored.known.durationSeconds[at]!;
      known.distanceMeters[from * size + to] = stored.known.distanceMeters[at]!;
    }
  }
  return { reachable, known, isOld };
}

/**
 * True per door that no road is near, or from or to which there is no way for most of the other doors: a stub of a
 * one-way street, an island. While measuring is unfinished, nobody can say the latter.
 */
async function findCutOff({ doors, reachable, known, isWhole }: MeasuredDoors): Promise<boolean[]> {
  const others = reachable.filter(Boolean).length - 1;
  if (!isWhole || others < 1) return reachable.map((isNear) => !isNear);
  const leaving = new Int32Array(doors.length);
  const arriving = new Int32Array(doors.length);
  for (let from = 0, cell = 0; from < doors.length; from++) {
    await turn(from, doors.length);
    for (let to = 0; to < doors.length; to++, cell++) {
      if (from === to || known.durationSeconds[cell] === UNKNOWN) continue;
      leaving[from]!++;
      arriving[to]!++;
    }
  }
  return reachable.map((isNear, door) => !isNear || leaving[door]! * 2 < others || arriving[door]! * 2 < others);
}

function* samplePairs({ doors, known }: MeasuredDoors): Iterable<MeasuredPair> {
  const pairs = known.durationSeconds.length;
  // Every n-th pair rather than random ones: the same roads give the same calibration.
  const stride = Math.max(1, Math.floor(pairs / CALIBRATION_PAIRS) | 1);
  for (let at = 0; at < pairs; at += stride) {
    if (known.durationSeconds[at] === UNKNOWN) continue;
    const straightMeters = distanceMeters(doors[Math.floor(at / doors.length)]!, doors[at % doors.length]!);
    yield { straightMeters, ...legAt(known, at) };
  }
}
