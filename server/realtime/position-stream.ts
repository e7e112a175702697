import "server-only";
import type { LastPosition } from "@/server/domain/position/position-fix";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { readLastPositions } from "@/server/services/position/read-last-positions";
import { Doorbell } from "./doorbell";
import type { PositionHub } from "./position-hub";

/** Where drivers are: all there are, then those who have moved. */
export interface StreamedPositions {
  readonly positions: readonly LastPosition[];
  /** True when drivers that are not named have no position: what was known before is to be forgotten. */
  readonly isAll: boolean;
  /** Where to resume. */
  readonly lastSeq: number;
}

/**
 * Last positions of a plan's routes or a project's drivers as they change. Of each driver only the newest waits for a
 * reader who is slow, so that none ever holds more than one position per driver, and nothing that is still true is lost.
 */
export async function* streamPositions(
  hub: PositionHub,
  services: ServiceContext,
  scope: { readonly planId?: string; readonly projectId?: string },
  afterSeq: number | null,
  signal: AbortSignal,
): AsyncGenerator<StreamedPositions> {
  const waiting = new Map<string, LastPosition>();
  const bell = new Doorbell();
  const isMeant = ({ planId, projectId }: LastPosition) =>
    (scope.planId === undefined || scope.planId === planId) &&
    (scope.projectId === undefined || scope.projectId === projectId);
  const stop = await hub.watch(services.actor.organizationId, (moved) => {
    // What moved is read once for everybody: who sees only a part of it reads by themselves.
    if (services.actor.reach) return bell.ring();
    for (const each of moved) if (isMeant(each)) waiting.set(each.driverId, each);
    if (waiting.size > 0) bell.ring();
  });
  signal.addEventListener("abort", bell.ring, { once: true });
  try {
    const known = await readLastPositions(services, { ...scope, afterSeq: afterSeq ?? 0 });
    let { lastSeq } = known;
    yield { positions: known.positions, isAll: afterSeq === null, lastSeq };
    while (!signal.aborted) {
      const moved = services.actor.reach
        ? (await readLastPositions(services, { ...scope, afterSeq: lastSeq })).positions
        : [...waiting.values()].filter(({ changeSeq }) => changeSeq > lastSeq);
      waiting.clear();
      if (moved.length > 0) {
        lastSeq = moved.reduce((last, { changeSeq }) => Math.max(last, changeSeq), lastSeq);
        yield { positions: moved, isAll: false, lastSeq };
      }
      if (waiting.size === 0 && !signal.aborted) await bell.wait();
    }
  } finally {
    stop();
    signal.removeEventListener("abort", bell.ring);
  }
}
