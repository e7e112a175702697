import "server-only";
import { insertAssignments, insertMessages, type OutboxInsert, revokeAssignments } from "@/db/queries/plan/assignments";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { composeRouteMessage } from "@/server/domain/plan/compose-route-message";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import type { CommandScope } from "../kernel/command";
import { hashToken } from "./hash-token";

const LINK_HOURS_AFTER_ROUTE = 48;

/** A route on its way to its driver, over channels he has; over none it is his app that hears of it. */
export interface RouteOffer {
  readonly route: BoardRoute;
  readonly channels: readonly ("email" | "sms")[];
}

export interface OfferedRoutes {
  readonly messageIds: string[];
  /** What was given out, by route: for whoever hands a link on at once, since nobody can say it again. */
  readonly links: ReadonlyMap<string, string>;
  readonly events: DomainEvent[];
}

/**
 * Gives each route's driver a link of his own and writes the messages that carry it; only the link's hash is kept.
 * Whatever links the routes had open nothing from now on: they may be another driver's.
 */
export async function offerRoutes(
  scope: CommandScope<unknown>,
  plan: PlanRow,
  board: PlanBoard,
  offers: readonly RouteOffer[],
): Promise<OfferedRoutes> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const revoked = await revokeAssignments(
    tx,
    organizationId,
    offers.map(({ route }) => route.id),
    now,
  );
  const stamps = { createdAt: now, updatedAt: now };
  const instant = (seconds: number) => new Date(board.plan.midnightEpochMs + seconds * 1000);
  const messages: OutboxInsert[] = [];
  const links = new Map<string, string>();
  const assignments = offers.map(({ route, channels }) => {
    const token = scope.newToken();
    const id = scope.newId();
    const link = `${scope.baseUrl}/run/${token}`;
    links.set(route.id, link);
    messages.push(...routeMessages(scope, plan, { route, channels }, instant(route.schedule.startSeconds), link, id));
    return {
      organizationId,
      id,
      routeId: route.id,
      driverId: route.driver.id,
      status: "offered" as const,
      channel: channels[0] ?? ("app" as const),
      tokenHash: hashToken(token),
      expiresAt: instant(route.schedule.endSeconds + LINK_HOURS_AFTER_ROUTE * 3600),
      ...stamps,
    };
  });
  await insertAssignments(tx, assignments);
  await insertMessages(tx, messages);
  for (const message of messages) await scope.enqueue("send-message", { messageId: message.id });
  return {
    messageIds: messages.map(({ id }) => id),
    links,
    events: [
      ...revoked.map(({ id, routeId, driverId }) => ({
        type: "assignment.revoked" as const,
        entity: "assignment",
        entityId: id,
        planId: plan.id,
        data: { routeId, driverId },
      })),
      ...messages.map(({ id, channel, routeId }) => ({
        type: "message.queued" as const,
        entity: "message",
        entityId: id,
        planId: plan.id,
        data: { channel, routeId },
      })),
    ],
  };
}

function routeMessages(
  scope: CommandScope<unknown>,
  plan: PlanRow,
  { route, channels }: RouteOffer,
  startAt: Date,
  link: string,
  assignmentId: string,
): OutboxInsert[] {
  const text = composeRouteMessage(messageReaderOf(plan.defaultCountry, plan.language), {
    driverName: route.driver.name,
    routeNumber: route.number,
    date: plan.date,
    timeZone: plan.timeZone,
    startAt,
    stops: route.stops.length,
    link,
  });
  return channels.map((channel) => ({
    organizationId: scope.actor.organizationId,
    id: scope.newId(),
    channel,
    recipient: contactOf(route, channel),
    recipientName: route.driver.name,
    subject: channel === "email" ? text.subject : "",
    body: text[channel],
    purpose: "route-dispatched",
    status: "queued",
    routeId: route.id,
    assignmentId,
    createdAt: scope.now,
    updatedAt: scope.now,
  }));
}

/** Where a route's driver is reached over a channel; empty when he is not. */
export function contactOf({ driver }: BoardRoute, channel: "email" | "sms"): string {
  return channel === "email" ? driver.email : driver.phone;
}
