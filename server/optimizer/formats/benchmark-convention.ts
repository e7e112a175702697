import type { BenchmarkFile, BenchmarkRow } from "./benchmark-file";

export type BenchmarkFormat = "solomon" | "lilim" | "cvrplib" | "ortec";
export type BenchmarkObjective = "fleet" | "distance";

/** How a benchmark's community counts distance and time. */
export interface BenchmarkConvention {
  /** What one unit of the file is counted in: 10 where tenths are. */
  readonly perUnit: number;
  /** Whether distances are whole numbers of those; if not, they are doubles. */
  readonly isWhole: boolean;
  readonly distance: (a: BenchmarkRow, b: BenchmarkRow) => number;
}

/**
 * The convention in which results are compared:
 * - `solomon`, fleet first: straight lines in double precision (SINTEF's tables); by distance: truncated to one decimal,
 *   times as well (12th DIMACS implementation challenge, VRPTW);
 * - `lilim`: double precision;
 * - `cvrplib`: rounded to the nearest whole number (TSPLIB's EUC_2D);
 * - `ortec`: the file's own matrix.
 */
export function conventionOf(format: BenchmarkFormat, objective: BenchmarkObjective): BenchmarkConvention {
  if (format === "cvrplib") return NEAREST;
  if (format === "ortec") return NEAREST;
  return format === "solomon" && objective === "distance" ? TENTHS : DOUBLES;
}

const straight = (a: BenchmarkRow, b: BenchmarkRow) => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
const NEAREST: BenchmarkConvention = {
  perUnit: 1,
  isWhole: true,
  distance: (a, b) => Math.floor(straight(a, b) + 0.5),
};
const TENTHS: BenchmarkConvention = {
  perUnit: 10,
  isWhole: true,
  distance: (a, b) => Math.floor(straight(a, b) * 10),
};
const DOUBLES: BenchmarkConvention = { perUnit: 1, isWhole: false, distance: straight };

/** Travel between all rows of a file, the depot first, in the convention's units; as time and as distance. */
export function travelOf(file: BenchmarkFile, { distance, isWhole }: BenchmarkConvention): ArrayLike<number> {
  if (file.matrix) return file.matrix;
  const rows = [file.depot, ...file.customers];
  const travel = isWhole ? new Int32Array(rows.length ** 2) : new Float64Array(rows.length ** 2);
  for (const [i, from] of rows.entries()) {
    for (const [j, to] of rows.entries()) travel[i * rows.length + j] = i === j ? 0 : distance(from, to);
  }
  return travel;
}
