import { loadsAlong } from "../loads-along";
import type { ScheduleVisit } from "../route-schedule";
import type { Loads } from "../routing-problem";

const DIMENSIONS = 4;

/**
 * Loads along a route, prepared for asking what one more visit would make of the highest. Gap p is behind p visits;
 * the four dimensions of a gap lie together.
 */
export class LoadPeaks {
  /** On board in each gap, and the highest up to it and from it on. */
  private readonly at: Float64Array;
  private readonly upTo: Float64Array;
  private readonly from: Float64Array;
  private readonly gaps: number;
  private readonly pickupGaps = new Map<string, number>();
  private readonly dropoffGaps = new Map<string, number>();

  constructor(
    private readonly sequence: readonly ScheduleVisit[],
    /** Before which visits the route goes back to load; absent: before none. */
    private readonly isReload?: (index: number) => boolean,
  ) {
    this.gaps = sequence.length + 1;
    this.at = this.loadsAlong();
    this.upTo = this.at.slice();
    this.from = this.at.slice();
    for (let i = DIMENSIONS; i < this.at.length; i++)
      this.upTo[i] = Math.max(this.upTo[i]!, this.upTo[i - DIMENSIONS]!);
    for (let i = this.at.length - DIMENSIONS - 1; i >= 0; i--) {
      this.from[i] = Math.max(this.from[i]!, this.from[i + DIMENSIONS]!);
    }
  }

  /** Drop-offs are loaded at the start, pickups ride to the end or to their own drop-off. */
  private loadsAlong(): Float64Array {
    const at = new Float64Array(this.gaps * DIMENSIONS);
    for (const { deliver } of this.sequence) for (let d = 0; d < DIMENSIONS; d++) at[d]! += deliver[d]!;
    this.sequence.forEach((visit, index) => {
      const { pairKey, pairRole } = visit;
      const pickedAt = pairRole === "dropoff" && pairKey !== undefined ? this.pickupGaps.get(pairKey) : undefined;
      if (pairRole === "pickup" && pairKey !== undefined) this.pickupGaps.set(pairKey, index);
      if (pairRole === "dropoff" && pairKey !== undefined) this.dropoffGaps.set(pairKey, index);
      const released = pickedAt === undefined ? undefined : this.sequence[pickedAt]!.pickup;
      const before = index * DIMENSIONS;
      for (let d = 0; d < DIMENSIONS; d++) {
        at[before + DIMENSIONS + d] = at[before + d]! + visit.pickup[d]! - visit.deliver[d]! - (released?.[d] ?? 0);
      }
    });
    return at;
  }

  highest(): Loads {
    if (this.isReload) return loadsAlong(this.sequence, this.isReload).max;
    return this.tuple((d) => this.from[d]!);
  }

  /** The highest load with a visit in a gap: what it hands over rides until there, what it takes on rides on. */
  highestWith(visit: ScheduleVisit, gap: number): Loads {
    if (this.isReload) return this.highestOfTrips([{ visit, gap }]);
    const pickedAt = visit.pairRole === "dropoff" ? this.pickupGaps.get(visit.pairKey ?? "") : undefined;
    const droppedAt = visit.pairRole === "pickup" ? this.dropoffGaps.get(visit.pairKey ?? "") : undefined;
    const released = pickedAt !== undefined && pickedAt < gap ? this.sequence[pickedAt]!.pickup : undefined;
    if (droppedAt !== undefined && droppedAt >= gap) return this.highestWithPair(visit, gap, undefined, droppedAt + 1);
    return this.tuple((d) => {
      const i = gap * DIMENSIONS + d;
      const behind = this.from[i]! + visit.pickup[d]! - (released?.[d] ?? 0);
      return Math.max(this.upTo[i]! + visit.deliver[d]!, behind);
    });
  }

  /**
   * The highest load with a pickup in one gap and its drop-off in the same or a later one. A drop-off that is on the
   * route already is not given; its gap is then the one behind it.
   */
  highestWithPair(pickup: ScheduleVisit, gap: number, dropoff: ScheduleVisit | undefined, dropoffGap: number): Loads {
    if (this.isReload && dropoff)
      return this.highestOfTrips([
        { visit: dropoff, gap: dropoffGap },
        { visit: pickup, gap },
      ]);
    return this.tuple((d) => {
      const handedOver = dropoff?.deliver[d] ?? 0;
      let riding = Number.NEGATIVE_INFINITY;
      const end = dropoff ? dropoffGap : dropoffGap - 1;
      for (let each = gap; each <= end; each++) riding = Math.max(riding, this.at[each * DIMENSIONS + d]!);
      const before = this.upTo[gap * DIMENSIONS + d]! + pickup.deliver[d]! + handedOver;
      const behind = this.from[dropoffGap * DIMENSIONS + d]! + (dropoff?.pickup[d] ?? 0);
      return Math.max(before, riding + pickup.pickup[d]! + handedOver, behind);
    });
  }

  /** Few routes load twice: theirs are counted through. The last gap comes first; what goes in stands before the reload. */
  private highestOfTrips(added: readonly { readonly visit: ScheduleVisit; readonly gap: number }[]): Loads {
    const reloads = this.sequence.map((_, index) => this.isReload!(index));
    const sequence = [...this.sequence];
    for (const { visit, gap } of added) {
      sequence.splice(gap, 0, visit);
      reloads.splice(gap, 0, false);
    }
    return loadsAlong(sequence, (index) => reloads[index]!).max;
  }

  private tuple(of: (dimension: number) => number): Loads {
    return [of(0), of(1), of(2), of(3)];
  }
}
