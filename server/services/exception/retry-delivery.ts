import "server-only";
import type { z } from "zod";
import { findExceptionPolicy } from "@/db/queries/exception/exception-policies";
import { type FailedDelivery, lockFailedDelivery, requestAgain } from "@/db/queries/exception/failed-deliveries";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import { findPlanOfDay, lockPlan } from "@/db/queries/plan/find-plan";
import { findProject } from "@/db/queries/project/find-project";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { retryDeliverySchema } from "@/server/domain/exception/exception-schema";
import { sameJson } from "@/server/domain/order/merge-draft";
import { routeVisitIds } from "@/server/domain/plan/plan-board";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { lookAnew } from "../execution/look-anew";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { openRoutes } from "../plan/open-routes";
import { saveSequences } from "../plan/save-sequences";
import { reservedDate, takeReservation } from "../slot/take-reservation";

/**
 * Asks for a failed delivery once more, today or on a later day: it leaves the route it failed on, where its attempt
 * stays on record, and waits unassigned, scheduled for its new day. Refuses what has not failed, a day that is over or closed, and one try too many.
 */
export const retryDelivery = command({
  permission: "plan.edit",
  input: retryDeliverySchema,
  run: async (scope, { deliveryId, reservationId, instructions, ...wanted }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const seen = found(await lockFailedDelivery(tx, organizationId, deliveryId), "delivery");
    const date = reservationId === undefined ? wanted.date! : await reservedDate(scope, reservationId);
    const isAsked = seen.status === "requested" || (seen.status === "scheduled" && seen.stops.length === 0);
    if (isAsked && seen.serviceDate === date) return askOtherwise(scope, seen, { ...wanted, date, instructions });
    if (seen.status !== "failed" && seen.status !== "returned")
      throw refused("closed", "This delivery has not failed.");
    const project = found(await findProject(tx, organizationId, seen.projectId), "project");
    if (date < localDateAt(now, project.timeZone)) throw refused("past-day", "That day is over.");
    const target = await findPlanOfDay(tx, organizationId, seen.projectId, date);
    if (target?.status === "closed") throw refused("day-closed", "That day is closed.");
    const { maxAttempts } = await findExceptionPolicy(tx, organizationId, seen.projectId);
    if (seen.attempts >= maxAttempts) throw refused("attempts-spent", "It has been tried as often as it may be.");
    const events = await takeOffRoutes(scope, seen.stops);
    const { projectId } = seen;
    const place = reservationId && (await takeReservation(scope, { reservationId, deliveryId, projectId }));
    const windows = place ? [place.window] : wanted.windows;
    const asked = { ...(instructions && { instructions }), ...(windows && { windows }) };
    await requestAgain(tx, organizationId, deliveryId, { date, now, ...asked });
    await lookAnew(scope, { planIds: seen.stops.map(({ planId }) => planId) });
    return changed({ attempts: seen.attempts }, [
      ...events,
      ...(place ? place.events : []),
      {
        type: "delivery.changed",
        entity: "delivery",
        entityId: deliveryId,
        ...(target && { planId: target.id }),
        before: { status: seen.status, serviceDate: seen.serviceDate },
        after: { status: "scheduled", serviceDate: date, ...asked },
      },
    ]);
  },
});

/** Asked for the same day once more: other times and words than before take their place, the same change nothing. */
async function askOtherwise(
  { tx, actor: { organizationId }, now }: CommandScope<undefined>,
  { id, status, attempts }: FailedDelivery,
  {
    date,
    windows,
    instructions,
  }: Pick<z.output<typeof retryDeliverySchema>, "windows" | "instructions"> & { date: string },
) {
  const [stored] = await loadDeliveries(tx, organizationId, [id]);
  const door = stored?.input.dropoff ?? stored?.input.pickup;
  const asked = {
    ...(instructions && instructions !== door?.instructions && { instructions }),
    ...(windows && !sameJson(windows, door?.windows) && { windows }),
  };
  // What has never failed was asked for by somebody else, in his own words.
  if (attempts === 0 || Object.keys(asked).length === 0) return unchanged({ attempts });
  await requestAgain(tx, organizationId, id, { date, now, ...asked });
  const change = { before: { status }, after: { status: "scheduled", serviceDate: date, ...asked } };
  return changed({ attempts }, [{ type: "delivery.changed", entity: "delivery", entityId: id, ...change }]);
}

/**
 * A door stands on one route at a time: what is to be tried again leaves the one it failed on. This is no edit of what
 * has been driven, which stays on record as the attempt, so it passes the wall around stops that are made.
 */
async function takeOffRoutes(
  scope: CommandScope<undefined>,
  stops: readonly { readonly planId: string; readonly routeId: string; readonly visitId: string }[],
): Promise<DomainEvent[]> {
  const first = stops[0];
  if (!first) return [];
  const { tx, actor } = scope;
  const plan = found(await lockPlan(tx, actor.organizationId, first.planId), "plan");
  const gone = new Set(stops.map(({ visitId }) => visitId));
  const touched = { visitIds: [...gone], routeIds: [] };
  const partial = await openRoutes(tx, actor.organizationId, plan, touched, { isLocked: true });
  const sequences = partial.board.routes.map((route) => ({
    routeId: route.id,
    visitIds: routeVisitIds(route).filter((visitId) => !gone.has(visitId)),
  }));
  const saved = await saveSequences(scope, partial, sequences, scope.newId(), [], false);
  if (saved.isGuessed) await scope.enqueue("measure-routes", { planId: plan.id });
  await lookAnew(scope, { routeIds: partial.board.routes.map(({ id }) => id) });
  return [...saved.events];
}

function refused(reason: "closed" | "past-day" | "day-closed" | "attempts-spent", message: string): ServiceError {
  return new ServiceError("refused", message, { reason });
}
