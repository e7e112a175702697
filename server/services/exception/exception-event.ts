import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { ExceptionDetails } from "@/server/domain/exception/exception-type";

interface ExceptionSaid {
  readonly id: string;
  readonly type: string;
  readonly severity: string;
  readonly status: string;
  readonly planId?: string | null;
  readonly routeId?: string | null;
  readonly details: ExceptionDetails;
  /** When somebody did it, as its note says too. */
  readonly at?: Date;
}

/** The log's entry about an exception. */
export function exceptionEvent(
  type: "exception.raised" | "exception.changed" | "exception.resolved",
  { id, planId, routeId, details, at, ...said }: ExceptionSaid,
  more: Readonly<Record<string, unknown>> = {},
): DomainEvent {
  return {
    type,
    entity: "exception",
    entityId: id,
    ...(planId && { planId }),
    ...(at && { occurredAt: at }),
    data: {
      type: said.type,
      severity: said.severity,
      status: said.status,
      ...(routeId && { routeId }),
      ...(details.routeNumber !== undefined && { number: details.routeNumber }),
      ...more,
    },
  };
}
