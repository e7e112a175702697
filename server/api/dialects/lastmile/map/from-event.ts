import type { z } from "zod";
import type { timelineEntrySchema } from "../wire/delivery";
import { said } from "./door";

interface LoggedEvent {
  readonly seq: number;
  readonly type: string;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly actorKind: string;
  readonly actorLabel: string;
  readonly correlationId: string;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An entry of the log, with nobody's name or address out of what it says changed. */
export function fromEvent(event: LoggedEvent): z.input<typeof timelineEntrySchema> {
  const status = event.after?.status;
  const { reason } = event.data;
  return {
    sequence: event.seq,
    type: event.type,
    timestamp: said(event.occurredAt),
    received_at: said(event.receivedAt),
    actor: { kind: event.actorKind, label: event.actorKind === "driver" ? "driver" : event.actorLabel },
    ...(typeof status === "string" && { status }),
    ...(typeof reason === "string" && { reason }),
    correlation_id: event.correlationId,
  };
}
