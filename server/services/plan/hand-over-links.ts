import "server-only";
import { listRouteChannels } from "@/db/queries/message/outbox";
import { insertMessages, type OutboxInsert, revokeAssignments } from "@/db/queries/plan/assignments";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { composeRouteWithdrawal } from "@/server/domain/plan/compose-route-withdrawal";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { sentRoutes } from "@/server/domain/plan/preview-change";
import type { CommandScope } from "../kernel/command";
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
  const offered = await offerRoutes(scope, plan, before, offers);
  const farewells = await tellFormerDrivers(scope, plan, held, after);
  return [...ended, ...offered.events, ...farewells];
}

async function tellFormerDrivers(
  scope: CommandScope<unknown>,
  plan: PlanRow,
  held: readonly BoardRoute[],
  after: readonly BoardRoute[],
): Promise<DomainEvent[]> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const routeIds = held.map(({ id }) => id);
  const sentBy = await listRouteChannels(tx, organizationId, routeIds, "route-dispatched");
  const reader = messageReaderOf(plan.defaultCountry);
  const messages = held.flatMap((route): OutboxInsert[] => {
    const next = after.find(({ id }) => id === route.id)!;
    const { number: routeNumber, driver } = route;
    const facts = { driverName: driver.name, routeNumber, date: plan.date, nextDriverName: next.driver.name };
    const text = composeRouteWithdrawal(reader, facts);
    return sentBy.flatMap(({ routeId, channel }): OutboxInsert[] => {
      const recipient = contactOf(route, channel);
      if (routeId !== route.id || recipient === "") return [];
      return [
        {
          organizationId,
          id: scope.newId(),
          channel,
          recipient,
          recipientName: driver.name,
          subject: channel === "email" ? text.subject : "",
          body: text[channel],
          purpose: "route-withdrawn",
          status: "queued",
          routeId: route.id,
          createdAt: now,
          updatedAt: now,
        },
      ];
    });
  });
  await insertMessages(tx, messages);
  for (const { id } of messages) await scope.enqueue("send-message", { messageId: id });
  return messages.map(({ id, channel, routeId }) => ({
    type: "message.queued",
    entity: "message",
    entityId: id,
    planId: plan.id,
    data: { channel, routeId, purpose: "route-withdrawn" },
  }));
}
