import "server-only";
import { isPlannable } from "@/server/domain/order/delivery-status";
import { routeVisitIds } from "@/server/domain/plan/plan-board";
import { commitAssignment } from "../assignment/commit-assignment";
import { type DayProposal, type LeftOut, proposeDay } from "../assignment/propose-day";
import { asChange } from "../assignment/proposed-change";
import { type AssignmentDay, readAssignmentDay } from "../assignment/read-assignment-day";
import { readServed } from "../assignment/unassign-deliveries";
import { unlessOvertaken } from "../assignment/unless-overtaken";
import type { ServiceContext } from "../kernel/service-context";
import { beginWaitedRun, endWaitedRun } from "../plan/waited-run";
import { readWave } from "./read-wave";

const FAILURE = "The optimizer stopped unexpectedly. The plan is as it was.";
/** As many as one question names. */
const MOST_DELIVERIES = 5000;

export interface WaveTerms {
  /** One of the wave's routes, put in order anew with what it has; null: the whole wave. */
  readonly routeId: string | null;
  /** What is on a route stays on it, whatever its order. */
  readonly keepsRoutes: boolean;
  readonly maxSeconds: number;
  readonly signal: AbortSignal;
}

/**
 * Plans a part of a day while somebody waits: its unlocked, unsent routes anew, drivers who have none yet besides; what has
 * been sent keeps its stops. What fits is made the plan, the rest is named and stays on no route; nobody is sent anything.
 * Refused as `optimizer-busy` while the plan is being optimized.
 */
export async function optimizeWave(
  services: ServiceContext,
  waveId: string,
  terms: WaveTerms,
): Promise<readonly LeftOut[]> {
  const { wave } = await readWave(services, { id: waveId });
  const { maxSeconds, keepsRoutes: keepDrivers } = terms;
  const { optimizationId } = await beginWaitedRun(services, { planId: wave.planId, maxSeconds, keepDrivers });
  try {
    const { leftOut, assigned } = await unlessOvertaken(() => attempt(services, waveId, terms));
    const figures = { assignedVisits: assigned, unassignedVisits: leftOut.length };
    await endWaitedRun(services, { optimizationId, failure: null, ...figures });
    return leftOut;
  } catch (error) {
    await endWaitedRun(services, { optimizationId, failure: FAILURE });
    throw error;
  }
}

async function attempt(services: ServiceContext, waveId: string, terms: WaveTerms) {
  const { wave, ...members } = await readWave(services, { id: waveId });
  const { routeId } = terms;
  const routeIds = routeId === null ? members.routeIds : [routeId];
  const { deliveries, routes } = await readAllServed(services, { deliveryIds: members.deliveryIds, routeIds });
  const open = new Set(routes.flatMap(({ id, status, locked }) => (status === "planned" && !locked ? [id] : [])));
  const wanted = deliveries.filter(
    ({ status, partnerId, routeId: on }) =>
      partnerId === null &&
      isPlannable(status) &&
      (on === null ? routeId === null : routeIds.includes(on) && open.has(on)),
  );
  const visitIds = wanted.flatMap((each) => each.visitIds);
  const { projectId, date, furtherId } = wave;
  const only = routeId === null ? {} : { routeIds: [routeId] };
  const read = await readAssignmentDay(services, { projectId, date, visitIds, isAhead: true, ...only });
  const day = withRoutes(read, new Set(routeIds));
  const [proposal] = await proposeDay(services, day, {
    visitIds,
    terms: { strategies: ["cheapest"], maxStops: null, profile: null, windowPolicy: "strict" },
    maxSeconds: terms.maxSeconds,
    signal: terms.signal,
    withAllRoutes: true,
    mayReshuffle: !terms.keepsRoutes,
  });
  const { leftOut } = proposal!;
  const changed = changedRoutes(day, proposal!);
  if (changed.length > 0) {
    await commitAssignment(services, {
      ...asChange({ day, routes: changed }, visitIds, { isSent: false }),
      mayDrop: true,
      waveId: furtherId,
    });
  }
  return { leftOut, assigned: visitIds.length - leftOut.length };
}

/** A wave may have more deliveries than one question names. */
async function readAllServed(
  services: ServiceContext,
  { deliveryIds, routeIds }: { readonly deliveryIds: readonly string[]; readonly routeIds: string[] },
) {
  const { deliveries, routes } = await readServed(services, {
    deliveryIds: deliveryIds.slice(0, MOST_DELIVERIES),
    routeIds,
  });
  const known = new Map(deliveries.map((each) => [each.id, each]));
  for (let from = MOST_DELIVERIES; from < deliveryIds.length; from += MOST_DELIVERIES) {
    const more = await readServed(services, {
      deliveryIds: deliveryIds.slice(from, from + MOST_DELIVERIES),
      routeIds: [],
    });
    for (const each of more.deliveries) known.set(each.id, each);
  }
  return { deliveries: [...known.values()], routes };
}

/** The day with these of its routes, and with those that nobody has made yet. */
function withRoutes(day: AssignmentDay, routeIds: ReadonlySet<string>): AssignmentDay {
  const { board, ...rest } = day.partial;
  const routes = board.routes.filter(({ id }) => routeIds.has(id) || day.newDays.has(id));
  return { ...day, partial: { ...rest, board: { ...board, routes } } };
}

function changedRoutes({ partial, newDays }: AssignmentDay, { routes }: DayProposal) {
  const before = new Map(partial.board.routes.map((route) => [route.id, routeVisitIds(route).join()]));
  return routes.filter(({ routeId, visitIds }) =>
    newDays.has(routeId) ? visitIds.length > 0 : visitIds.join() !== before.get(routeId),
  );
}
