import type { PositionFix } from "@/server/domain/position/position-fix";

/** Fixes of one driver, judged good, as they came in one message. */
export interface PositionBatch {
  readonly organizationId: string;
  readonly driverId: string;
  readonly routeId: string | null;
  readonly receivedAtMs: number;
  readonly fixes: readonly PositionFix[];
}

/** Where positions go: thousands a second, too many for a transaction each. */
export interface PositionSink {
  /**
   * Resolves once the fixes are stored for good; one stored before under the same driver and time is left as it is.
   * "busy": more are waiting than can be held, and none of these was taken. Throws when the store cannot be reached.
   */
  write(batch: PositionBatch): Promise<"stored" | "busy">;
}
