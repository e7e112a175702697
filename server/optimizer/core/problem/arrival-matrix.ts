import type { TravelProfile } from "./problem-input";

/** Beyond this many locations a copy would take more memory than it saves time. */
const LARGEST_COPY = 1600;

/** Distances by where they lead: from `f` to `t` at `t * toStride + f * fromStride`. */
export interface ArrivalMatrix {
  readonly distanceMeters: Int32Array;
  readonly toStride: number;
  readonly fromStride: number;
}

/**
 * A search asks for the ways to one visit from many others, which lie a row apart in the matrix: each a cache line of its
 * own. Where they are the same there and back, or the matrix is small enough to be turned over, they lie side by side.
 */
export function arrivalMatrix({ distanceMeters, size }: TravelProfile): ArrivalMatrix {
  if (size > LARGEST_COPY) return { distanceMeters, toStride: 1, fromStride: size };
  const isSymmetric = sameBothWays(distanceMeters, size);
  return { distanceMeters: isSymmetric ? distanceMeters : turned(distanceMeters, size), toStride: size, fromStride: 1 };
}

function sameBothWays(matrix: Int32Array, size: number): boolean {
  for (let from = 0; from < size; from++) {
    for (let to = 0; to < from; to++) if (matrix[from * size + to] !== matrix[to * size + from]) return false;
  }
  return true;
}

function turned(matrix: Int32Array, size: number): Int32Array {
  const copy = new Int32Array(size * size);
  for (let from = 0; from < size; from++) {
    for (let to = 0; to < size; to++) copy[to * size + from] = matrix[from * size + to];
  }
  return copy;
}
