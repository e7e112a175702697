import "server-only";
import { listRouteChannels } from "@/db/queries/message/outbox";
import { insertMessages, type OutboxInsert } from "@/db/queries/plan/assignments";
import { findPlan } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { type MessageReader, messageReaderOf } from "@/server/domain/message/message-reader";
import { composeRouteChange } from "@/server/domain/plan/compose-route-change";
import { diffPlan, type RouteDiff } from "@/server/domain/plan/diff-plan";
import { type BoardRoute, boardVisit, type PlanBoard } from "@/server/domain/plan/plan-board";
import { sentRoutes } from "@/server/domain/plan/preview-change";
import type { CommandScope } from "../kernel/command";
import { found } from "../kernel/service-error";

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
  const { tx, now } = scope;
  const { organizationId } = scope.actor;
  const held = sentRoutes(
    before,
    after.map((route) => ({ routeId: route.id })),
  );
  const changes = diffPlan(held, after).routes.filter((route) => route.isChanged);
  const channels = await listRouteChannels(
    tx,
    organizationId,
    changes.map((change) => change.routeId),
    "route-dispatched",
  );
  if (channels.length === 0) return [];
  const { defaultCountry } = found(await findPlan(tx, organizationId, before.plan.id), "plan");
  const reader = messageReaderOf(defaultCountry);
  const messages = changes.flatMap((change): OutboxInsert[] => {
    const route = after.find((each) => each.id === change.routeId)!;
    const text = changeMessage(reader, before, route, change);
    return channels.flatMap(({ routeId, channel }): OutboxInsert[] => {
      const recipient = channel === "email" ? route.driver.email : route.driver.phone;
      if (routeId !== route.id || recipient === "") return [];
      return [
        {
          organizationId,
          id: scope.newId(),
          channel,
          recipient,
          recipientName: route.driver.name,
          subject: channel === "email" ? text.subject : "",
          body: text[channel],
          purpose: "route-changed",
          status: "queued",
          routeId,
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
    planId: before.plan.id,
    data: { channel, routeId, purpose: "route-changed" },
  }));
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
  });
}
