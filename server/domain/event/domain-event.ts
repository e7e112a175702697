/** Everything that can happen, `entity.past-participle`. */
export const EVENT_TYPES = [
  "project.created",
  "project.changed",
  "depot.created",
  "depot.changed",
  "depot.deleted",
  "depot.calibrated",
  "driver.created",
  "driver.changed",
  "vehicle.created",
  "vehicle.changed",
  "driver-day.changed",
  "fleet.imported",
  "delivery.created",
  "delivery.changed",
  "delivery.deleted",
  "delivery.check-dismissed",
  "location.pinned",
  "location.geocoded",
  "address-book.imported",
  "import.uploaded",
  "import.checked",
  "import.corrected",
  "import.started",
  "import.interrupted",
  "import.finished",
  "import.discarded",
  "plan.created",
  "plan.changed",
  "plan.optimization-requested",
  "plan.optimization-stopped",
  "plan.optimization-ready",
  "plan.optimization-failed",
  "plan.optimization-discarded",
  "plan.committed",
  "plan.edit-undone",
  "plan.edit-redone",
  "plan.rolled-over",
  "plan.brought-back",
  "route.changed",
  "route.driver-changed",
  "route.locked",
  "route.unlocked",
  "stop.locked",
  "stop.unlocked",
  "route.dispatched",
  "assignment.revoked",
  "assignment.opened",
  "assignment.accepted",
  "assignment.declined",
  "route.checked-in",
  "route.started",
  "route.break-started",
  "route.break-ended",
  "route.finished",
  "route.checked-out",
  "stop.departed",
  "stop.arrived",
  "stop.completed",
  "route.arrivals-changed",
  "route.problem-reported",
  "route.act-refused",
  "proof.uploaded",
  "proof.verified",
  "proof.rejected",
  "proof.lost",
  "proof.cleared",
  "proof.viewed",
  "proof.reviewed",
  "proof.exported",
  "route.link-sent",
  "exception.raised",
  "exception.changed",
  "exception.resolved",
  "slot.reserved",
  "slot.confirmed",
  "slot.cancelled",
  "message.queued",
  "message.sent",
  "message.failed",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** What a command says happened; the kernel adds who, when, the number and the correlation id. */
export interface DomainEvent {
  readonly type: EventType;
  /** The word before the dot, or the kind of thing changed. */
  readonly entity: string;
  readonly entityId: string;
  readonly planId?: string;
  readonly mutationId?: string;
  /** Absent: now. */
  readonly occurredAt?: Date;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}
