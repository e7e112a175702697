import "server-only";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import { setDriverDayTerms } from "@/db/queries/plan/route-terms";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import { type BoardRoute, isOpenToChange, type PlanBoard } from "@/server/domain/plan/plan-board";
import { sentRoutes } from "@/server/domain/plan/preview-change";
import { lookAnew } from "../execution/look-anew";
import type { CommandScope } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { refuseUnconfirmed } from "./change-routes";
import { handOverLinks } from "./hand-over-links";
import type { LegBook } from "./leg-book";
import { contactOf } from "./offer-routes";
import type { DayTerms, OpenTerms } from "./open-terms";
import { type SavedSequences, saveSequences } from "./save-sequences";

/**
 * Gives held routes to other drivers: stops, order and what is made stay, times and rules are the new driver's. Links of
 * the old drivers end; who takes a route that is out is sent its link at once. Refuses what was not looked at, finished
 * routes, and drivers of sent routes whom nobody can reach.
 */
export async function changeDrivers(
  scope: CommandScope<unknown>,
  plan: PlanRow,
  day: readonly DayTerms[],
  { before, after, sequences, terms }: OpenTerms,
  asked: { readonly mutationId: string; readonly confirmed: readonly SeenRoute[]; readonly legs: LegBook },
): Promise<SavedSequences> {
  const { tx, actor, now } = scope;
  const { board } = before;
  refuseUnconfirmed(board, sequences, asked.confirmed);
  refuseUnfit(board, after);
  const dayOf = new Map(day.map((each) => [each.routeId, each]));
  const rows = terms.map(({ routeId, ...rest }) => ({ ...rest, driverDayId: dayOf.get(routeId)!.driverDayId }));
  await setDriverDayTerms(tx, actor.organizationId, plan.date, rows, now);
  before.book.addMissing(asked.legs);
  const saved = await saveSequences(scope, { ...before, board: after }, sequences, asked.mutationId, [], false);
  if (saved.isGuessed) await scope.enqueue("measure-routes", { planId: plan.id });
  await lookAnew(scope, { routeIds: sentRoutes(board, sequences).map(({ id }) => id) });
  const told = await handOverLinks(scope, plan, board, saved.patch.routes);
  const events = saved.patch.routes.map((route) => handedOver(board, route, asked.mutationId));
  return { ...saved, events: [...saved.events, ...events, ...told] };
}

/** Before anything is saved, and in previews: what could not be driven, or not be told. */
export function refuseUnfit(before: PlanBoard, after: PlanBoard): void {
  const held = new Set(
    sentRoutes(
      before,
      before.routes.map(({ id }) => ({ routeId: id })),
    ).map(({ id }) => id),
  );
  for (const route of after.routes) {
    if (!isOpenToChange(route.status)) {
      const details = { reason: "route-finished", routeId: route.id, routeNumber: route.number } as const;
      throw new ServiceError("refused", `Route ${route.number} is finished.`, details);
    }
    if (held.has(route.id) && contactOf(route, "email") === "" && contactOf(route, "sms") === "") {
      const { name: driver } = route.driver;
      throw new ServiceError("refused", `${driver} has no address for the link.`, { reason: "no-contact", driver });
    }
  }
}

function handedOver(before: PlanBoard, route: BoardRoute, mutationId: string): DomainEvent {
  const old = before.routes.find(({ id }) => id === route.id)!;
  const named = ({ driver, vehicle }: BoardRoute) => ({
    driverId: driver.id,
    driver: driver.name,
    vehicleId: vehicle.id,
    vehicle: vehicle.label,
  });
  return {
    type: "route.driver-changed",
    entity: "route",
    entityId: route.id,
    planId: before.plan.id,
    mutationId,
    data: { number: route.number, version: route.version, driverId: route.driver.id },
    before: named(old),
    after: named(route),
  };
}
