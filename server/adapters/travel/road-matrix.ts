import { type BoundingBox, distanceMeters, type LatLng } from "@/server/domain/geo";
import { calibrateEstimate, type MeasuredPair } from "@/server/domain/travel/calibrate-estimate";
import { type EstimateCalibration, estimateLeg } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { TravelMatrixResult, TravelOptions } from "@/server/ports/travel";
import { allocateMatrix } from "./estimate-travel";
import { findReachable } from "./reachable-positions";
import type { RoadBlock } from "./valhalla-messages";
import { type ValhallaProcess, ValhallaRefusal, ValhallaUnavailable } from "./valhalla-process";

/** Half a second of Valhalla's time, so that progress moves and other questions get their turn in between. */
const PAIRS_PER_BLOCK = 60_000;
const CALIBRATION_PAIRS = 5000;
const UNKNOWN = -1;

export interface RoadMatrix extends TravelMatrixResult {
  readonly calibration: EstimateCalibration;
}

/**
 * The matrix measured on roads, block by block. What the roads do not say is estimated, with the estimate calibrated on
 * what they do; positions that no road reaches, or from or to which no way was found at all, are listed as unreachable.
 * Rejects when Valhalla is unavailable or the signal aborts.
 */
export async function buildRoadMatrix(
  roads: ValhallaProcess,
  box: BoundingBox,
  positions: readonly LatLng[],
  profile: TravelProfile,
  { signal, onProgress }: TravelOptions = {},
): Promise<RoadMatrix> {
  const { doors, doorOf } = mergeDoors(positions);
  const reachable = await findReachable(roads, box, doors, profile, signal);
  const onRoad = doors.flatMap((_, index) => (reachable[index] ? [index] : []));
  const onRoadPositions = onRoad.map((index) => doors[index]!);
  const known = await measure(roads, onRoadPositions, profile, { signal, onProgress });
  const calibration = calibrateEstimate(samplePairs(onRoadPositions, known), profile);

  const roadIndexOf = new Int32Array(doors.length).fill(UNKNOWN);
  onRoad.forEach((door, index) => {
    if (!isCutOff(known, index, onRoad.length)) roadIndexOf[door] = index;
  });
  const matrix = allocateMatrix(positions.length);
  positions.forEach((from, row) => {
    const source = roadIndexOf[doorOf[row]!]!;
    positions.forEach((to, column) => {
      const cell = row * positions.length + column;
      if (doorOf[row] === doorOf[column]) return;
      const target = roadIndexOf[doorOf[column]!]!;
      const at = source === UNKNOWN || target === UNKNOWN ? UNKNOWN : source * onRoad.length + target;
      if (at !== UNKNOWN && known.durationSeconds[at] !== UNKNOWN) {
        matrix.durationSeconds[cell] = known.durationSeconds[at]!;
        matrix.distanceMeters[cell] = known.distanceMeters[at]!;
      } else {
        const leg = estimateLeg(from, to, profile, calibration);
        matrix.durationSeconds[cell] = leg.durationSeconds;
        matrix.distanceMeters[cell] = leg.distanceMeters;
      }
    });
  });
  const unreachable = positions.flatMap((_, index) => (roadIndexOf[doorOf[index]!] === UNKNOWN ? [index] : []));
  const source = unreachable.length < positions.length ? "roads" : "estimate";
  return { ...matrix, source, unreachable, calibration };
}

/** Several deliveries at one door (to a metre) are asked for once. */
function mergeDoors(positions: readonly LatLng[]): { doors: LatLng[]; doorOf: number[] } {
  const doors: LatLng[] = [];
  const known = new Map<string, number>();
  const doorOf = positions.map((position) => {
    const key = `${position.lat.toFixed(5)},${position.lng.toFixed(5)}`;
    const door = known.get(key) ?? doors.push(position) - 1;
    known.set(key, door);
    return door;
  });
  return { doors, doorOf };
}

async function measure(
  roads: ValhallaProcess,
  positions: readonly LatLng[],
  profile: TravelProfile,
  { signal, onProgress }: TravelOptions,
): Promise<RoadBlock> {
  const size = positions.length;
  const known: RoadBlock = {
    durationSeconds: new Int32Array(size * size).fill(UNKNOWN),
    distanceMeters: new Int32Array(size * size).fill(UNKNOWN),
  };
  if (size < 2) return known;
  // Wide blocks: Valhalla expands once per source, whatever the number of targets.
  const rowsPerBlock = Math.max(1, Math.floor(PAIRS_PER_BLOCK / size));

  let losses = 0;
  const askRows = async (first: number, end: number): Promise<void> => {
    signal?.throwIfAborted();
    try {
      const sources = positions.slice(first, end);
      const block = await roads.ask({ kind: "matrix", profile, sources, targets: positions });
      known.durationSeconds.set(block.durationSeconds, first * size);
      known.distanceMeters.set(block.distanceMeters, first * size);
    } catch (error) {
      // Once per matrix a fresh process may take over from one that crashed.
      if (error instanceof ValhallaUnavailable && losses++ === 0) return askRows(first, end);
      if (!(error instanceof ValhallaRefusal)) throw error;
      if (end - first === 1) return;
      // A refusal names no position: halve until the one that caused it stands alone.
      const middle = (first + end) >> 1;
      await askRows(first, middle);
      await askRows(middle, end);
    }
  };
  for (let first = 0; first < size; first += rowsPerBlock) {
    const end = Math.min(first + rowsPerBlock, size);
    await askRows(first, end);
    onProgress?.(end / size);
  }
  return known;
}

/** True when no way leads from the position, or none to it. */
function isCutOff(known: RoadBlock, index: number, size: number): boolean {
  let leaves = false;
  let arrives = false;
  for (let other = 0; other < size; other++) {
    if (other === index) continue;
    leaves ||= known.durationSeconds[index * size + other] !== UNKNOWN;
    arrives ||= known.durationSeconds[other * size + index] !== UNKNOWN;
  }
  return size > 1 && !(leaves && arrives);
}

function* samplePairs(positions: readonly LatLng[], known: RoadBlock): Iterable<MeasuredPair> {
  const pairs = known.durationSeconds.length;
  const size = positions.length;
  // Every n-th pair rather than random ones: the same roads give the same calibration.
  const stride = Math.max(1, Math.floor(pairs / CALIBRATION_PAIRS) | 1);
  for (let at = 0; at < pairs; at += stride) {
    const durationSeconds = known.durationSeconds[at]!;
    if (durationSeconds === UNKNOWN) continue;
    const from = positions[Math.floor(at / size)]!;
    const to = positions[at % size]!;
    yield {
      straightMeters: distanceMeters(from, to),
      durationSeconds,
      distanceMeters: known.distanceMeters[at]!,
    };
  }
}
