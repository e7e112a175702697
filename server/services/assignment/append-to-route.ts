import "server-only";
import type { AssignableDelivery } from "@/db/queries/assignment/assignables";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { moveStops } from "@/server/domain/plan/move-stops";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { geocodeNextBatch } from "../location/geocode-next-batch";
import { moveRefused } from "../plan/edit-outcome";
import { commitAssignment } from "./commit-assignment";
import { draftSequences } from "./draft-sequences";
import { asChange } from "./proposed-change";
import { readAssignables } from "./read-assignables";
import { type AssignmentDay, readAssignmentDay } from "./read-assignment-day";
import { readRoutePlace } from "./replan-route";
import { unlessOvertaken } from "./unless-overtaken";

/** As many doors are looked up while somebody waits. */
const MOST_LOOKED_UP = 1000;

/**
 * Puts deliveries behind a route's last stop, in this order, past locks; they are of its day from then on. Nothing is put
 * in order anew, a route nobody has yet stays unsent, and what is on it already stays where it is. Refused whole: what is
 * over, with a partner or on another route, what nobody finds, and a route that is over.
 */
export function appendToRoute(
  services: ServiceContext,
  asked: { readonly routeId: string; readonly deliveryIds: readonly string[] },
): Promise<void> {
  return unlessOvertaken(() => attempt(services, asked));
}

async function attempt(
  services: ServiceContext,
  { routeId, deliveryIds }: { readonly routeId: string; readonly deliveryIds: readonly string[] },
): Promise<void> {
  const { projectId, date } = await readRoutePlace(services, { routeId });
  const { deliveries } = await readAssignables(services, { deliveryIds: [...deliveryIds] });
  const added = deliveries.filter((each) => each.routeId !== routeId);
  for (const each of added) refuseForeign(each, projectId);
  const visitIds = added.flatMap((each) => each.visitIds);
  if (visitIds.length === 0) return;
  const addedIds = added.slice(0, MOST_LOOKED_UP).map(({ id }) => id);
  const day = await readLocatedDay(services, { projectId, date, visitIds, routeIds: [routeId] }, addedIds);
  const { board } = day.partial;
  const afterVisitId = board.routes.find(({ id }) => id === routeId)?.stops.at(-1)?.visitId ?? null;
  const to = { kind: "position" as const, routeId, afterVisitId };
  const outcome = moveStops(board, { visitIds, to, overrideLocks: true }, boardLegs(board));
  if (!outcome.ok) throw moveRefused(outcome.refusal, board);
  const routes = await draftSequences(services, day, outcome.sequences);
  await commitAssignment(services, asChange({ day, routes }, visitIds, { isOptimized: false, isSent: false }));
}

/** The day with its doors; an address that nobody has looked up yet is looked up now, not when its job has its turn. */
async function readLocatedDay(
  services: ServiceContext,
  asked: { projectId: string; date: string; visitIds: string[]; routeIds: string[] },
  deliveryIds: readonly string[],
): Promise<AssignmentDay> {
  const day = await readAssignmentDay(services, asked);
  const isLocated = asked.visitIds.every((visitId) => day.partial.board.visits.get(visitId)?.position);
  if (isLocated) return day;
  await geocodeNextBatch(services, { deliveryIds: [...deliveryIds], limit: MOST_LOOKED_UP });
  return readAssignmentDay(services, asked);
}

function refuseForeign(delivery: AssignableDelivery, projectId: string): void {
  const { status, partnerId, routeId } = delivery;
  if (delivery.projectId !== projectId) throw refused("other_project", "It is of another project than the route.");
  if (routeId !== null) throw refused("on_route", "It is on another route. Take it off that one first.");
  const isOpen = status === "requested" || status === "scheduled" || status === "assigned";
  if (!isOpen || partnerId !== null) throw refused("closed", "It is over, or with a partner.");
}

function refused(reason: "other_project" | "on_route" | "closed", message: string): ServiceError {
  return new ServiceError("refused", message, { reason });
}
