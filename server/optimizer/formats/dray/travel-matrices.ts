import type { LatLng } from "@/server/domain/geo";
import type { TravelMatrix } from "@/server/domain/plan/routing-problem";
import { estimateLeg } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { DrayInput } from "./dray-problem-schema";

type Profile = NonNullable<DrayInput["profiles"]>[number];
const DEFAULT: Profile = { id: "van", estimate: "van", durationFactor: 1, distanceFactor: 1 };
/** In matrices: there is no way. */
const NO_WAY = -1;

/** The travel matrices of a file's profiles: as they are given, or estimated between positions. */
export function travelMatrices(profiles: readonly Profile[] = [DEFAULT], positions: readonly LatLng[]): TravelMatrix[] {
  return profiles.map((profile) => {
    const { estimate, durationSeconds, distanceMeters } = profile;
    if (durationSeconds) return givenMatrix(durationSeconds, distanceMeters ?? durationSeconds);
    return estimatedMatrix(positions, estimate ?? "van", profile);
  });
}

type Rows = readonly (readonly (number | null)[])[];

function givenMatrix(durations: Rows, distances: Rows): TravelMatrix {
  const matrix = emptyMatrix(durations.length);
  const fill = (cells: Int32Array, rows: Rows) => {
    for (const [i, row] of rows.entries()) {
      for (const [j, value] of row.entries()) cells[i * matrix.size + j] = value ?? NO_WAY;
    }
  };
  fill(matrix.durationSeconds, durations);
  fill(matrix.distanceMeters, distances);
  return matrix;
}

function estimatedMatrix(positions: readonly LatLng[], estimate: TravelProfile, profile: Profile): TravelMatrix {
  const matrix = emptyMatrix(positions.length);
  const { size, durationSeconds, distanceMeters } = matrix;
  const factors = { duration: profile.durationFactor, distance: profile.distanceFactor };
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const leg = estimateLeg(positions[i]!, positions[j]!, estimate, factors);
      durationSeconds[i * size + j] = durationSeconds[j * size + i] = leg.durationSeconds;
      distanceMeters[i * size + j] = distanceMeters[j * size + i] = leg.distanceMeters;
    }
  }
  return matrix;
}

function emptyMatrix(size: number): TravelMatrix {
  const cells = () => new Int32Array(new SharedArrayBuffer(size * size * 4));
  return { size, durationSeconds: cells(), distanceMeters: cells() };
}
