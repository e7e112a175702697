export type DispatchChannel = "email" | "sms";

export interface DispatchReceipt {
  readonly routeId: string;
  readonly isDispatched: boolean;
  readonly refusal: "unknown-route" | "no-stops" | "no-contact" | "already-dispatched" | "stale" | null;
  /** The messages on their way to the driver. */
  readonly channels: readonly DispatchChannel[];
}

/** A message about a route to its driver, and what became of it. */
export interface RouteMessage {
  readonly id: string;
  readonly channel: DispatchChannel;
  readonly recipient: string;
  readonly status: "queued" | "sending" | "sent" | "kept" | "failed" | "unknown";
  readonly createdAt: Date;
}
