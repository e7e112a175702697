import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { RouteRun, StopRun } from "./run-state";
import { untouchedStop } from "./run-state";

/** What the log calls the route that is driven. */
export interface RunSubject {
  readonly routeId: string;
  readonly routeNumber: number;
  readonly planId: string;
  readonly assignmentId: string | null;
  /** The delivery a visit belongs to. */
  deliveryOf(visitId: string): string;
}

/** What has happened on a route between two states of it, in the order in which it happened. */
export function runEvents(before: RouteRun, after: RouteRun, subject: RunSubject): DomainEvent[] {
  const events = [...routeEvents(before, after, subject)];
  for (const stop of after.stops.values()) {
    events.push(...stopEvents(before.stops.get(stop.visitId) ?? untouchedStop(stop.visitId), stop, subject));
  }
  return events.sort((a, b) => a.occurredAt!.getTime() - b.occurredAt!.getTime());
}

function routeEvents(before: RouteRun, after: RouteRun, subject: RunSubject): DomainEvent[] {
  const { routeId, routeNumber, planId, assignmentId } = subject;
  const said = (type: DomainEvent["type"], atMs: number, data: Record<string, unknown> = {}): DomainEvent => ({
    type,
    entity: "route",
    entityId: routeId,
    planId,
    occurredAt: new Date(atMs),
    data: { number: routeNumber, ...data },
  });
  const first = (type: DomainEvent["type"], was: number | null, is: number | null) =>
    was === null && is !== null ? [said(type, is)] : [];
  const answer =
    after.answer === before.answer || after.answer === null || assignmentId === null
      ? []
      : [
          {
            ...said(after.answer === "accepted" ? "assignment.accepted" : "assignment.declined", after.answeredAtMs!, {
              routeId,
              ...(after.declineReason && { reason: after.declineReason, note: after.declineNote }),
            }),
            entity: "assignment",
            entityId: assignmentId,
          },
        ];
  const breaks = after.breaks.flatMap(({ fromMs, toMs }) => {
    const known = before.breaks.find((each) => each.fromMs === fromMs);
    return [
      ...(known ? [] : [said("route.break-started", fromMs)]),
      ...(toMs !== null && (known?.toMs ?? null) === null ? [said("route.break-ended", toMs)] : []),
    ];
  });
  return [
    ...answer,
    ...first("route.checked-in", before.checkedInAtMs, after.checkedInAtMs),
    ...first("route.started", before.startedAtMs, after.startedAtMs),
    ...breaks,
    ...first("route.finished", before.finishedAtMs, after.finishedAtMs),
    ...first("route.checked-out", before.checkedOutAtMs, after.checkedOutAtMs),
  ];
}

function stopEvents(before: StopRun, after: StopRun, subject: RunSubject): DomainEvent[] {
  const { routeId, routeNumber, planId } = subject;
  const said = (type: DomainEvent["type"], atMs: number, data: Record<string, unknown> = {}): DomainEvent => ({
    type,
    entity: "stop",
    entityId: after.visitId,
    planId,
    occurredAt: new Date(atMs),
    data: { routeId, number: routeNumber, deliveryId: subject.deliveryOf(after.visitId), ...data },
  });
  const { completion } = after;
  const isEnded = completion !== null && completion.opId !== before.completion?.opId;
  return [
    ...(before.departedAtMs === null && after.departedAtMs !== null ? [said("stop.departed", after.departedAtMs)] : []),
    ...(before.arrivedAtMs === null && after.arrivedAtMs !== null ? [said("stop.arrived", after.arrivedAtMs)] : []),
    ...(isEnded
      ? [
          {
            ...said("stop.completed", completion.atMs, {
              opId: completion.opId,
              outcome: completion.outcome,
              ...(completion.reason && { reason: completion.reason }),
              ...(completion.proofIds.length > 0 && { proofIds: completion.proofIds }),
            }),
            ...(before.completion && { before: { outcome: before.completion.outcome } }),
            after: { outcome: completion.outcome },
          },
        ]
      : []),
  ];
}
