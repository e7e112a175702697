import type { AssignmentTerms } from "./assignment-terms";

/** `partial`: done, though something found no room. */
export type AssignmentJobStatus = "queued" | "running" | "succeeded" | "partial" | "failed" | "cancelled";

export interface AssignmentJobRequest {
  readonly deliveryIds: readonly string[];
  readonly terms: AssignmentTerms;
}

export interface AssignmentJobResult {
  readonly routeIds: readonly string[];
  readonly leftOut: readonly {
    readonly deliveryId: string;
    readonly reason: string;
    readonly rules: readonly string[];
  }[];
}

/** True while a job still has something to do, and so can be stopped. */
export function isAssignmentJobOpen(status: AssignmentJobStatus): boolean {
  return status === "queued" || status === "running";
}
