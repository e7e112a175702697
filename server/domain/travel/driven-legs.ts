import type { LatLng } from "@/server/domain/geo";

/** A visit as it was made; instants are milliseconds, null where nobody said them. */
export interface MadeStop {
  readonly visitId: string;
  /** Null where the door is not known well enough. */
  readonly position: LatLng | null;
  readonly departedAtMs: number | null;
  readonly arrivedAtMs: number | null;
  readonly endedAtMs: number | null;
  /** Its driver has loaded at the depot on the way there. */
  readonly loadedFirst?: boolean;
}

/** A route as it was driven. */
export interface DrivenRouteTimes {
  readonly routeId: string;
  /** Where it began. */
  readonly start: LatLng | null;
  readonly startedAtMs: number | null;
  readonly breaks: readonly { readonly fromMs: number; readonly toMs: number | null }[];
  readonly stops: readonly MadeStop[];
}

/** A way between two doors, or from the depot to the first, and how long it took. */
export interface MeasuredLeg {
  /** Unique to the route and the stop it leads to. */
  readonly key: string;
  readonly from: LatLng;
  readonly to: LatLng;
  readonly drivenSeconds: number;
  readonly drivenAt: Date;
}

const LONGEST_SECONDS = 86_400;

/**
 * The ways of a route of which both ends are known, in place and time, in the order in which they were driven. A way with
 * a break or a trip back to load in it says nothing; where a driver said that he set off, it began then and not when the last door was done.
 */
export function drivenLegs({ routeId, start, startedAtMs, breaks, stops }: DrivenRouteTimes): MeasuredLeg[] {
  const legs: MeasuredLeg[] = [];
  let from = { position: start, leftAtMs: startedAtMs };
  for (const { visitId, position, departedAtMs, arrivedAtMs, endedAtMs, loadedFirst = false } of inOrder(stops)) {
    const leftAtMs = latest(from.leftAtMs, departedAtMs);
    if (from.position && position && leftAtMs !== null && arrivedAtMs !== null) {
      const drivenSeconds = Math.round((arrivedAtMs - leftAtMs) / 1000);
      const isDriven = drivenSeconds > 0 && drivenSeconds <= LONGEST_SECONDS;
      const hadBreak = breaks.some(({ fromMs, toMs }) => fromMs < arrivedAtMs && (toMs ?? arrivedAtMs) > leftAtMs);
      const leg = { key: `${routeId}:${visitId}`, from: from.position, to: position, drivenSeconds };
      if (isDriven && !hadBreak && !loadedFirst) legs.push({ ...leg, drivenAt: new Date(arrivedAtMs) });
    }
    // Several parcels at one door: he leaves when the last of them is done.
    from = { position, leftAtMs: endedAtMs === null ? null : latest(from.leftAtMs, endedAtMs) };
  }
  return legs;
}

/** Those that were reached, by when. */
function inOrder(stops: readonly MadeStop[]): MadeStop[] {
  const reachedAt = ({ arrivedAtMs, endedAtMs }: MadeStop) => arrivedAtMs ?? endedAtMs ?? Number.POSITIVE_INFINITY;
  return stops
    .filter((stop) => Number.isFinite(reachedAt(stop)))
    .toSorted((a, b) => reachedAt(a) - reachedAt(b) || (a.endedAtMs ?? 0) - (b.endedAtMs ?? 0));
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
