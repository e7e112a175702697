import { distanceMeters, type LatLng } from "@/server/domain/geo";

/** A van that was not heard of for longer has been somewhere in between that nobody knows: it is put where it is. */
const LONGEST_MILLISECONDS = 8_000;
const LONGEST_METERS = 1_500;

interface Movement {
  readonly from: LatLng;
  readonly to: LatLng;
  readonly startMs: number;
  readonly durationMs: number;
}

/**
 * Where vans are drawn between two fixes: each goes evenly from where it was drawn to where it was seen, in the time
 * that lay between its last two fixes. It is therefore drawn late by that much, and never ahead of what is known.
 */
export class VanMotion {
  private readonly movements = new Map<string, Movement>();
  private readonly heardMs = new Map<string, number>();

  /** A van was seen somewhere; `isStill`: it is put there without moving. */
  see(id: string, to: LatLng, nowMs: number, isStill: boolean): void {
    const before = this.movements.get(id);
    if (before && before.to.lat === to.lat && before.to.lng === to.lng) return;
    const from = this.positionOf(id, nowMs) ?? to;
    const silence = nowMs - (this.heardMs.get(id) ?? Number.NEGATIVE_INFINITY);
    this.heardMs.set(id, nowMs);
    const isJump = isStill || silence > LONGEST_MILLISECONDS || distanceMeters(from, to) > LONGEST_METERS;
    this.movements.set(id, { from, to, startMs: nowMs, durationMs: isJump ? 0 : silence });
  }

  positionOf(id: string, nowMs: number): LatLng | null {
    const movement = this.movements.get(id);
    if (!movement) return null;
    const { from, to, startMs, durationMs } = movement;
    const share = durationMs === 0 ? 1 : Math.min(1, Math.max(0, (nowMs - startMs) / durationMs));
    return { lat: from.lat + (to.lat - from.lat) * share, lng: from.lng + (to.lng - from.lng) * share };
  }

  isMoving(id: string, nowMs: number): boolean {
    const movement = this.movements.get(id);
    return movement !== undefined && nowMs < movement.startMs + movement.durationMs;
  }

  /** Forgets vans that are not shown any more. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of [...this.movements.keys()]) {
      if (ids.has(id)) continue;
      this.movements.delete(id);
      this.heardMs.delete(id);
    }
  }
}
