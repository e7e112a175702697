import { createHash } from "node:crypto";
import type { LatLng } from "@/server/domain/geo";
import type { TravelMatrixResult, TravelPort } from "@/server/ports/travel";

/** Two Int32 per pair of positions: room for a dozen days of 1,500 doors. */
const DEFAULT_MAX_BYTES = 256 * 2 ** 20;
const BYTES_PER_PAIR = 8;

/**
 * Remembers the matrices asked for last: optimizing a day again, or with other settings, measures nothing twice. Only
 * what was really measured is kept; an estimate is cheap, and may be one because the roads were away for a moment.
 */
export function createCachedTravel(travel: TravelPort, maxBytes = DEFAULT_MAX_BYTES): TravelPort {
  const known = new Map<string, TravelMatrixResult>();
  let bytes = 0;

  function keep(key: string, matrix: TravelMatrixResult): void {
    const size = matrix.size ** 2 * BYTES_PER_PAIR;
    if (matrix.source !== "roads" || size > maxBytes || known.has(key)) return;
    for (const [oldest, old] of known) {
      if (bytes + size <= maxBytes) break;
      known.delete(oldest);
      bytes -= old.size ** 2 * BYTES_PER_PAIR;
    }
    known.set(key, matrix);
    bytes += size;
  }

  return {
    legs: (positions, profile, options) => travel.legs(positions, profile, options),
    async matrix(positions, profile, options) {
      const key = keyOf(positions, profile);
      const hit = known.get(key);
      if (hit) {
        // Asked for again: the last to go.
        known.delete(key);
        known.set(key, hit);
        options?.onProgress?.(1);
        return hit;
      }
      const matrix = await travel.matrix(positions, profile, options);
      keep(key, matrix);
      return matrix;
    },
  };
}

function keyOf(positions: readonly LatLng[], profile: string): string {
  const numbers = new Float64Array(positions.length * 2);
  positions.forEach(({ lat, lng }, index) => {
    numbers[index * 2] = lat;
    numbers[index * 2 + 1] = lng;
  });
  return `${profile} ${createHash("sha256").update(numbers).digest("base64")}`;
}
