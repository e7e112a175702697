import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { type MessageReader, messageReaderOf } from "@/server/domain/message/message-reader";
import { composeRouteChange } from "@/server/domain/plan/compose-route-change";
import { diffPlan, type RouteDiff } from "@/server/domain/plan/diff-plan";
import { type BoardRoute, boardVisit, type PlanBoard } from "@/server/domain/plan/plan-board";
import { sentRoutes } from "@/server/domain/plan/preview-change";
import type { CommandScope } from "../kernel/command";
import { found } from "../kernel/service-error";
import { writeToDrivers } from "../message/write-to-drivers";

type TellScope = Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">;

/**
 * Writes to the drivers who hold routes that have changed, over the channels the routes went out on: only what is
 * different. A route whose stops and order are the same is nobody's news.
 */
export async function tellDrivers(
  scope: TellScope,
  before: PlanBoard,
  after: readonly BoardRoute[],
): Promise<DomainEvent[]> {
  const { tx, actor } = scope;
  const held = sentRoutes(
    before,
    after.map((route) => ({ routeId: route.id })),
  );
  const changes = diffPlan(held, after).routes.filter((route) => route.isChanged);
  if (changes.length === 0) return [];
  const { defaultCountry, language } = found(await findPlan(tx, actor.organizationId, before.plan.id), "plan");
  const reader = messageReaderOf(defaultCountry, language);
  const letters = changes.map((change) => {
    const route = after.find((each) => each.id === change.routeId)!;
    const text = changeMessage(reader, before, route, change);
    return { planId: before.plan.id, routeId: route.id, to: route.driver, text };
  });
  return writeToDrivers(scope, "route-changed", letters);
}

function changeMessage(reader: MessageReader, { plan, visits }: PlanBoard, route: BoardRoute, change: RouteDiff) {
  const nameOf = (visitId: string) => {
    const { street, name, externalId } = boardVisit({ visits }, visitId);
    return name || externalId ? `${street} (${name || externalId})` : street;
  };
  return composeRouteChange(reader, {
    driverName: route.driver.name,
    routeNumber: route.number,
    date: plan.date,
    timeZone: plan.timeZone,
    startAt: new Date(plan.midnightEpochMs + route.schedule.startSeconds * 1000),
    stops: route.stops.length,
    added: change.addedVisitIds.map(nameOf),
    removed: change.removedVisitIds.map(nameOf),
    isLoadingOnly: change.isLoadedAnew && !change.isReordered,
  });
}
