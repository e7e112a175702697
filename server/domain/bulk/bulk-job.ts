import type { DriverInput } from "@/server/domain/driver/driver-schema";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";

/** What a program may send many of at once. */
export const BULK_JOB_KINDS = ["deliveries", "drivers", "replay"] as const;
export type BulkJobKind = (typeof BULK_JOB_KINDS)[number];

/** `receiving`: its lines are still coming. `partial`: done, though some lines could not be taken in. */
export const BULK_JOB_STATUSES = [
  "receiving",
  "queued",
  "running",
  "succeeded",
  "partial",
  "failed",
  "cancelled",
] as const;
export type BulkJobStatus = (typeof BULK_JOB_STATUSES)[number];

/** A driver, and his client's own name for him. */
export interface DriverItem {
  readonly driver: DriverInput;
  readonly clientName: string | null;
}

/** An entry of the log that is to be said again, to whom: some subscribers (null: all), or what is learned from it. */
export interface ReplayItem {
  readonly seq: number;
  readonly target: "webhooks" | "analytics";
  readonly webhookIds: readonly string[] | null;
}

/** One line as the core takes it, by the job's kind. */
export type BulkItem = DeliveryDraft | DriverItem | ReplayItem;

/** Why a line was not taken in. */
export interface BulkLineError {
  readonly code: string;
  readonly message: string;
}

/** True while a job still has something to do, and so can be stopped. */
export function isBulkJobOpen(status: BulkJobStatus): boolean {
  return status === "receiving" || status === "queued" || status === "running";
}

/** How a job ends that has gone through all its lines. */
export function bulkJobEnd({ total, failed }: { readonly total: number; readonly failed: number }): BulkJobStatus {
  if (failed === 0) return "succeeded";
  return failed === total ? "failed" : "partial";
}
