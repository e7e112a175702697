import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { MoveIntent } from "@/server/domain/plan/move-stops";
import type { SeenPlace } from "@/server/domain/plan/place-conflicts";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import type { PreviewReason } from "@/server/domain/plan/preview-change";

/** What a dispatcher asked for and has not yet said yes to. */
export type EditRequest =
  | {
      readonly kind: "move";
      readonly move: MoveIntent;
      /** Where the stops were when it was asked for. */
      readonly seen: readonly SeenPlace[];
      readonly seenRoutes: readonly SeenRoute[];
      readonly reason: PreviewReason | "asked";
    }
  | { readonly kind: "turn"; readonly direction: "undo" | "redo"; readonly asNewChange: boolean }
  | MidDayRequest;

/**
 * What is always looked at first: orders are cancelled, a driver is replaced, or is not there at all; a van goes back to
 * load.
 */
export type MidDayRequest =
  | { readonly kind: "cancel"; readonly visitIds: readonly string[] }
  | {
      readonly kind: "swap";
      readonly routeId: string;
      readonly driverId: string;
      readonly driverName: string;
      readonly withVehicle: boolean;
    }
  | { readonly kind: "split"; readonly routeId: string; readonly overrideLocks: boolean }
  /** Back to the depot to load before a stop; null: no longer. */
  | { readonly kind: "reload"; readonly visitId: string; readonly loadSeconds: number | null };

/** What a preview showed of such a request, and what was said to it. */
export interface MidDayDecision {
  readonly request: MidDayRequest;
  readonly confirmed: readonly SeenRoute[];
  readonly sequences: readonly RouteSequence[];
  readonly removedVisitIds: readonly string[];
  readonly reason: string;
}

export interface OpenPreview {
  readonly request: EditRequest;
  /** Why it is open again, where a commit was refused. */
  readonly notice: string | null;
  /** Why orders are cancelled, as far as somebody has said; of a cancellation only. */
  readonly reason?: string;
}
