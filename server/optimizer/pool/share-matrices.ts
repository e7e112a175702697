import type { TravelMatrix } from "@/server/domain/plan/routing-problem";

/** Travel the core treats as impossible: longer than any shift. */
const NO_WAY = 1_000_000_000;

/**
 * Matrices that threads can read in place: over shared memory, and with "no way" (negative) as a time beyond any shift.
 * What already is like that is passed on as it is.
 */
export function shareMatrices(matrices: readonly TravelMatrix[]): TravelMatrix[] {
  return matrices.map((matrix) => {
    const { size } = matrix;
    const cells = size * size;
    let unreachable = false;
    for (let leg = 0; leg < cells && !unreachable; leg++) {
      unreachable = matrix.durationSeconds[leg]! < 0 || matrix.distanceMeters[leg]! < 0;
    }
    const isShared = [matrix.durationSeconds, matrix.distanceMeters].every(
      (array) => array.buffer instanceof SharedArrayBuffer,
    );
    if (isShared && !unreachable) return matrix;
    const durationSeconds = new Int32Array(new SharedArrayBuffer(cells * 4));
    const distanceMeters = new Int32Array(new SharedArrayBuffer(cells * 4));
    for (let leg = 0; leg < cells; leg++) {
      const noWay = matrix.durationSeconds[leg]! < 0 || matrix.distanceMeters[leg]! < 0;
      durationSeconds[leg] = noWay ? NO_WAY : matrix.durationSeconds[leg]!;
      distanceMeters[leg] = noWay ? 0 : matrix.distanceMeters[leg]!;
    }
    return { size, durationSeconds, distanceMeters };
  });
}
