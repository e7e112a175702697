import "server-only";
import { revokeAssignments } from "@/db/queries/plan/assignments";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { composeRouteWithdrawal } from "@/server/domain/plan/compose-route-withdrawal";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { sentRoutes } from "@/server/domain/plan/preview-change";
import type { CommandScope } from "../kernel/command";
import { writeToDrivers } from "../message/write-to-drivers";
import { contactOf, offerRoutes } from "./offer-routes";

const CHANNELS = ["email", "sms"] as const;

/**
 * After routes have changed hands: whatever links they had open nothing any more, those that are out go to their new
 * drivers, and their old ones are told that they are not theirs any more, over the channels they had them by.
 */
export async function handOverLinks(
  scope: CommandScope<unknown>,
  plan: PlanRow,
  before: PlanBoard,
  after: readonly BoardRoute[],
): Promise<DomainEvent[]> {
  const { tx, actor, now } = scope;
  const routeIds = after.map(({ id }) => id);
  const revoked = await revokeAssignments(tx, actor.organizationId, routeIds, now, { withDeclined: true });
  const ended = revoked.map(
    ({ id, routeId, driverId }): DomainEvent => ({
      type: "assignment.revoked",
      entity: "assignment",
      entityId: id,
      planId: plan.id,
      data: { routeId, driverId },
    }),
  );
  const held = sentRoutes(
    before,
    routeIds.map((routeId) => ({ routeId })),
  );
  const offers = held.map(({ id }) => {
    const route = after.find((each) => each.id === id)!;
    return { route, channels: CHANNELS.filter((channel) => contactOf(route, channel) !== "") };
  });
  if (offers.length === 0) return ended;
  // Before the new links go out, perhaps over other channels than the old ones.
  const farewells = await tellFormerDrivers(scope, plan, held, after);
  const offered = await offerRoutes(scope, plan, before, offers);
  return [...ended, ...offered.events, ...farewells];
}

async function tellFormerDrivers(
  scope: CommandScope<unknown>,
  plan: PlanRow,
  held: readonly BoardRoute[],
  after: readonly BoardRoute[],
): Promise<DomainEvent[]> {
  const reader = messageReaderOf(plan.defaultCountry, plan.language);
  const letters = held.map(({ id: routeId, number: routeNumber, driver }) => {
    const next = after.find(({ id }) => id === routeId)!;
    const facts = { driverName: driver.name, routeNumber, date: plan.date, nextDriverName: next.driver.name };
    return { planId: plan.id, routeId, to: driver, text: composeRouteWithdrawal(reader, facts) };
  });
  return writeToDrivers(scope, "route-withdrawn", letters);
}
