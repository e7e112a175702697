import { setImmediate } from "node:timers/promises";
import type { LatLng } from "@/server/domain/geo";
import {
  ESTIMATE_MODELS,
  type EstimateCalibration,
  estimateLeg,
  UNCALIBRATED,
} from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { TravelMatrixResult, TravelOptions, TravelPort } from "@/server/ports/travel";

const EARTH_RADIUS_METERS = 6_371_008.8;
const RADIANS_PER_DEGREE = Math.PI / 180;
/** Some 10 ms of work between two looks at the event loop. */
const PAIRS_PER_BLOCK = 500_000;

/** Travel from straight lines alone: needs no data, answers anywhere, knows no rivers. */
export const estimateTravel: TravelPort = {
  matrix: (positions, profile, options) => estimateMatrix(positions, profile, options),
  legs: async (positions, profile, { calibration } = {}) =>
    positions.slice(1).map((to, index) => ({
      ...estimateLeg(positions[index]!, to, profile, calibration),
      source: "estimate" as const,
    })),
};

/**
 * The full matrix of `estimateLeg`, quick enough for thousands of positions: a flat earth per pair instead of the great
 * circle (0.1 % off at 100 km) and square roots instead of a power.
 */
export async function estimateMatrix(
  positions: readonly LatLng[],
  profile: TravelProfile,
  { signal, onProgress, calibration = UNCALIBRATED }: TravelOptions = {},
): Promise<TravelMatrixResult> {
  const matrix = allocateMatrix(positions.length);
  const fillRows = rowFiller(positions, profile, calibration, matrix);
  const rowsPerBlock = Math.max(1, Math.floor(PAIRS_PER_BLOCK / Math.max(1, positions.length)));
  for (let row = 0; row < positions.length; row += rowsPerBlock) {
    signal?.throwIfAborted();
    const end = Math.min(row + rowsPerBlock, positions.length);
    fillRows(row, end);
    onProgress?.(end / positions.length);
    await setImmediate();
  }
  signal?.throwIfAborted();
  return { ...matrix, source: "estimate", unreachable: [] };
}

/** An all-zero matrix that worker threads can read in place. */
export function allocateMatrix(size: number): {
  size: number;
  durationSeconds: Int32Array<SharedArrayBuffer>;
  distanceMeters: Int32Array<SharedArrayBuffer>;
} {
  const bytes = size * size * Int32Array.BYTES_PER_ELEMENT;
  return {
    size,
    durationSeconds: new Int32Array(new SharedArrayBuffer(bytes)),
    distanceMeters: new Int32Array(new SharedArrayBuffer(bytes)),
  };
}

function rowFiller(
  positions: readonly LatLng[],
  profile: TravelProfile,
  calibration: EstimateCalibration,
  { size, durationSeconds, distanceMeters }: ReturnType<typeof allocateMatrix>,
) {
  const { secondsPerKm, exponent, detour } = ESTIMATE_MODELS[profile];
  const secondsFactor = (secondsPerKm * calibration.duration) / 1000 ** exponent;
  const metersFactor = detour * calibration.distance;
  const metersPerDegree = EARTH_RADIUS_METERS * RADIANS_PER_DEGREE;
  const lats = Float64Array.from(positions, (position) => position.lat);
  const lngs = Float64Array.from(positions, (position) => position.lng);
  const halfCosines = lats.map((lat) => Math.cos(lat * RADIANS_PER_DEGREE) / 2);

  return (firstRow: number, endRow: number) => {
    for (let row = firstRow; row < endRow; row++) {
      const lat = lats[row]!;
      const lng = lngs[row]!;
      const halfCosine = halfCosines[row]!;
      for (let column = 0, cell = row * size; column < size; column++, cell++) {
        let dLng = Math.abs(lngs[column]! - lng);
        if (dLng > 180) dLng = 360 - dLng;
        const x = dLng * (halfCosine + halfCosines[column]!);
        const y = lats[column]! - lat;
        const straight = metersPerDegree * Math.sqrt(x * x + y * y);
        if (straight === 0) continue;
        const root = Math.sqrt(straight);
        const power = exponent === 1 ? straight : root * Math.sqrt(root);
        durationSeconds[cell] = Math.max(1, secondsFactor * power + 0.5);
        distanceMeters[cell] = Math.max(1, metersFactor * straight + 0.5);
      }
    }
  };
}
