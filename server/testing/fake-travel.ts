import { distanceMeters, type LatLng } from "@/server/domain/geo";
import type { TravelLeg, TravelMatrixResult, TravelOptions, TravelPort, TravelProfile } from "@/server/ports/travel";

const METERS_PER_SECOND = 10;

/** Straight lines at 36 km/h in every direction: figures a test can work out by hand. Counts what it was asked. */
export class FakeTravel implements TravelPort {
  readonly matrixSizes: number[] = [];
  readonly legCounts: number[] = [];
  /** Set to make every call fail. */
  failure: Error | undefined;

  async matrix(
    positions: readonly LatLng[],
    _profile: TravelProfile,
    options: TravelOptions = {},
  ): Promise<TravelMatrixResult> {
    this.#check(options);
    this.matrixSizes.push(positions.length);
    const size = positions.length;
    const bytes = size * size * Int32Array.BYTES_PER_ELEMENT;
    const durationSeconds = new Int32Array(new SharedArrayBuffer(bytes));
    const meters = new Int32Array(new SharedArrayBuffer(bytes));
    for (let cell = 0; cell < size * size; cell++) {
      const leg = straightLeg(positions[Math.floor(cell / size)]!, positions[cell % size]!);
      durationSeconds[cell] = leg.durationSeconds;
      meters[cell] = leg.distanceMeters;
    }
    options.onProgress?.(1);
    return { size, durationSeconds, distanceMeters: meters, source: "estimate", unreachable: [] };
  }

  async legs(positions: readonly LatLng[], _profile: TravelProfile, options: TravelOptions = {}): Promise<TravelLeg[]> {
    this.#check(options);
    this.legCounts.push(Math.max(0, positions.length - 1));
    return positions.slice(1).map((to, index) => straightLeg(positions[index]!, to));
  }

  #check({ signal }: TravelOptions): void {
    signal?.throwIfAborted();
    if (this.failure) throw this.failure;
  }
}

function straightLeg(from: LatLng, to: LatLng): TravelLeg {
  const meters = distanceMeters(from, to);
  return {
    durationSeconds: Math.round(meters / METERS_PER_SECOND),
    distanceMeters: Math.round(meters),
    source: "estimate",
  };
}
