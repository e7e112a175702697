import type { RouteSheet } from "@/server/domain/plan/route-sheet";
import type { DriverOp } from "./driver-op";

type OnTheWire<T> = T extends unknown ? Omit<T, "occurredAt"> & { readonly occurredAt: string } : never;

/** An act as JSON carries it. */
export type WireDriverOp = OnTheWire<DriverOp>;

/** A driver's day as his device keeps it: what is planned, and the acts the server knows; the rest waits on the device. */
export interface DriverRun {
  readonly routeId: string;
  readonly sheet: RouteSheet;
  readonly ops: readonly WireDriverOp[];
  /** The log's number this was read at: changes are what came after. */
  readonly lastSeq: number;
  readonly serverNow: string;
}
