import type { RouteSequence } from "./place-visits";
import type { BoardRoute, PlanBoard } from "./plan-board";
import type { RoutingBreak } from "./routing-problem";

/**
 * A stop the driver has been to, is at, or heads for: when, as it happened; what has not happened yet, as expected.
 * Elapsed seconds from the plan's local midnight.
 */
export interface MadeTime {
  readonly visitId: string;
  readonly arriveSeconds: number;
  readonly startSeconds: number;
  readonly departSeconds: number;
}

/** What has happened on a route that is driven. Its open stops are timed from here. */
export interface UnderWay {
  /** When the driver left the depot. */
  readonly startedSeconds: number;
  /** Nothing still open happens before: it was read then, or, where nobody asked by a clock, its driver's last word. */
  readonly asOfSeconds: number;
  /**
   * When the driver would have left the last stop made to be where he was just seen; absent where nobody has seen him
   * lately: then he left when he said so.
   */
  readonly releasedSeconds?: number;
  /** So many of the driver's breaks lie behind him, or are being taken; absent: none. */
  readonly breaksTaken?: number;
  /** When the break he is taking is to end; absent: he takes none that was planned. */
  readonly restsUntilSeconds?: number;
  /** In the order in which they were made; they are the route's first stops. */
  readonly made: readonly MadeTime[];
}

/** So many open stops of a driven route keep their places unless somebody says otherwise: the driver looks ahead. */
const LOOK_AHEAD_STOPS = 2;

/** So many stops at the front are made: nothing and nobody moves them, or puts anything before them. */
export function madeStops({ underWay }: Pick<BoardRoute, "underWay">): number {
  return underWay?.made.length ?? 0;
}

/** So many stops at the front keep their places: those made, the next ones of a driven route, and what people froze. */
export function frontStops(route: Pick<BoardRoute, "status" | "frozenStops" | "underWay" | "stops">): number {
  const next = route.status === "started" ? madeStops(route) + LOOK_AHEAD_STOPS : madeStops(route);
  return Math.min(route.stops.length, Math.max(route.frozenStops, next));
}

/** How many of these visits are the made ones at the front of the route, in order. */
export function madePrefix(
  underWay: UnderWay | undefined,
  visits: readonly { readonly id: string }[],
): readonly MadeTime[] {
  if (!underWay) return [];
  const end = underWay.made.findIndex((each, index) => each.visitId !== visits[index]?.id);
  return end < 0 ? underWay.made : underWay.made.slice(0, end);
}

/** When the driver of a route under way is free for what comes after the stops made. */
export function releaseSeconds({ startedSeconds, made, releasedSeconds }: UnderWay): number {
  if (releasedSeconds !== undefined) return releasedSeconds;
  return made.reduce((latest, each) => Math.max(latest, each.departSeconds), startedSeconds);
}

/** The driver's breaks that he has not had yet: once the latest begin has passed, nobody waits for one any more. */
export function breaksToCome(
  breaks: readonly RoutingBreak[],
  underWay: Pick<UnderWay, "breaksTaken" | "asOfSeconds">,
): readonly RoutingBreak[] {
  return breaks.slice(underWay.breaksTaken ?? 0).filter(({ toSeconds }) => toSeconds >= underWay.asOfSeconds);
}

/** The first stop made that a new sequence would not leave at its place, if any. */
export function displacedMade(route: Pick<BoardRoute, "underWay">, visitIds: readonly string[]): string | undefined {
  return route.underWay?.made.find((each, index) => visitIds[index] !== each.visitId)?.visitId;
}

/** As `displacedMade`, of several routes' new sequences. */
export function displacedBy(
  { routes }: Pick<PlanBoard, "routes">,
  sequences: readonly RouteSequence[],
): string | undefined {
  for (const { routeId, visitIds } of sequences) {
    const route = routes.find((each) => each.id === routeId);
    const displaced = route && displacedMade(route, visitIds);
    if (displaced !== undefined) return displaced;
  }
  return undefined;
}

/** The sequence with what is made by now at its front, as it was made. */
export function madeFirst({ underWay }: Pick<BoardRoute, "underWay">, visitIds: readonly string[]): readonly string[] {
  if (!underWay || underWay.made.length === 0) return visitIds;
  const made = new Set(underWay.made.map(({ visitId }) => visitId));
  return [...made, ...visitIds.filter((visitId) => !made.has(visitId))];
}
