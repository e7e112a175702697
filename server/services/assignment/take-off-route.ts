import "server-only";
import { z } from "zod";
import { findRoutePlaces } from "@/db/queries/assignment/assignables";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { findWithdrawn } from "@/db/queries/order/own-deliveries";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { setDeliveryStatus } from "@/db/queries/plan/save-routes";
import { deleteRefusal } from "@/server/domain/order/change-refusal";
import { TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { moveStops } from "@/server/domain/plan/move-stops";
import {
  type BoardRoute,
  boardVisit,
  type PlanBoard,
  pairPartners,
  routeVisitIds,
} from "@/server/domain/plan/plan-board";
import { lookAnew } from "../execution/look-anew";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { deleteForGood } from "../order/delete-for-good";
import { changeRoutes } from "../plan/change-routes";
import type { PartialBoard } from "../plan/load-board";
import { openRoutes } from "../plan/open-routes";
import { recordEdit } from "../plan/record-edit";
import { saveSequences, statusEvent } from "../plan/save-sequences";
import { tellDrivers } from "../plan/tell-drivers";

/**
 * Takes stops off a route as a program asks for it, whatever has happened there: what is open goes back into the pool and
 * its driver is told; what was made leaves the list of the route's stops, and stays on record as the attempt it was. What
 * is not on the route is left out. Answers which deliveries have left it.
 */
export const takeOffRoute = command({
  permission: "plan.edit",
  input: z.object({ routeId: z.uuid(), visitIds: z.array(z.uuid()).max(10_000) }),
  run: async (scope, { routeId, visitIds }) => {
    const { tx, actor, now } = scope;
    const [place] = await findRoutePlaces(tx, actor.organizationId, [routeId]);
    const { planId } = found(place, "route");
    const plan = found(await lockPlan(tx, actor.organizationId, planId), "plan");
    const touched = { visitIds: [], routeIds: [routeId] };
    const partial = await openRoutes(tx, actor.organizationId, plan, touched, { isLocked: true, now });
    const { board } = partial;
    const route = found(board.routes[0], "route");
    const gone = withPartners(board, route, visitIds);
    if (gone.length === 0) return unchanged({ deliveryIds: [] as readonly string[] });
    const deliveryIds = [...new Set(gone.map((visitId) => board.visits.get(visitId)!.deliveryId))];
    const events = await takeOff(scope, partial, route, gone);
    const left = await removeWithdrawn(scope, deliveryIds);
    return changed({ deliveryIds: deliveryIds as readonly string[] }, [...events, ...left]);
  },
});

/** What its sender had taken back was here for the route's sake alone. */
async function removeWithdrawn(scope: CommandScope<unknown>, deliveryIds: readonly string[]) {
  const { tx, actor } = scope;
  const ids = await findWithdrawn(tx, actor.organizationId, deliveryIds);
  const withdrawn = await lockDeliveries(tx, actor.organizationId, ids);
  const gone = withdrawn.filter((delivery) => deleteRefusal(delivery) === undefined);
  return deleteForGood(scope, gone);
}

/** Those of the visits that are on the route; both doors of a pair go together. */
function withPartners(board: PlanBoard, route: BoardRoute, visitIds: readonly string[]): readonly string[] {
  const partners = pairPartners(board);
  const wanted = new Set(visitIds.flatMap((visitId) => [visitId, partners.get(visitId) ?? visitId]));
  return routeVisitIds(route).filter((visitId) => wanted.has(visitId));
}

async function takeOff(
  scope: CommandScope<unknown>,
  partial: PartialBoard,
  route: BoardRoute,
  gone: readonly string[],
) {
  const { board } = partial;
  const { planId, mutationId } = { planId: board.plan.id, mutationId: scope.newId() };
  const intent = { visitIds: gone, to: { kind: "pool" as const }, overrideLocks: true };
  const outcome = moveStops(board, intent, boardLegs(board));
  if (outcome.ok) {
    const { sequences, movedVisitIds, inverse } = outcome;
    const confirmed = board.routes.map(({ id, version }) => ({ routeId: id, version }));
    const saved = await changeRoutes(scope, partial, { sequences, movedVisitIds, mutationId, confirmed });
    const first = board.visits.get(gone[0]!)!;
    const name = gone.length === 1 ? first.externalId || first.name || null : null;
    const summary = { kind: "unplan", stops: gone.length, name } as const;
    await recordEdit(scope, { planId, mutationId, summary, inverse });
    return saved.events;
  }
  // Past the wall around what is made: this is no change of what has been driven, which its attempt tells.
  const rest = routeVisitIds(route).filter((visitId) => !gone.includes(visitId));
  const sequences = [{ routeId: route.id, visitIds: rest }];
  const saved = await saveSequences(scope, partial, sequences, mutationId, gone, false);
  if (saved.isGuessed) await scope.enqueue("measure-routes", { planId });
  if (route.status !== "planned") await lookAnew(scope, { routeIds: [route.id] });
  const isLeft = ({ visitId }: { readonly visitId: string }) => gone.includes(visitId) && isOver(board, visitId);
  const known = { ...route, stops: route.stops.filter((stop) => !isLeft(stop)) };
  const told = await tellDrivers(scope, { ...board, routes: [known] }, saved.patch.routes);
  return [...saved.events, ...(await stopTrips(scope, board, gone)), ...told];
}

const isOver = (board: PlanBoard, visitId: string) =>
  TERMINAL_DELIVERY_STATUSES.includes(boardVisit(board, visitId).status);

/** What its driver was on the way to, or at, is nobody's on the way any more. */
async function stopTrips({ tx, actor, now }: CommandScope<unknown>, board: PlanBoard, gone: readonly string[]) {
  const ids = [...new Set(gone.map((visitId) => boardVisit(board, visitId).deliveryId))];
  const stopped = await setDeliveryStatus(tx, actor.organizationId, ids, "requested", now, ["enroute"]);
  return stopped.map((change) => statusEvent(board, change));
}
