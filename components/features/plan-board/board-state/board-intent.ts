import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { MoveIntent } from "@/server/domain/plan/move-stops";
import type { SeenPlace } from "@/server/domain/plan/place-conflicts";

/** What the dispatcher asked for and the server has not yet answered. `mutationId` tells our own events from others'. */
export type BoardIntent =
  | {
      readonly kind: "move";
      readonly mutationId: string;
      readonly move: MoveIntent;
      /** Where the visits, and the stop to follow, were when the move was made. */
      readonly seen: readonly SeenPlace[];
      readonly seenRoutes: readonly SeenRoute[];
      /** The routes as a preview of this move showed them; absent: it was done without one. */
      readonly confirmed?: readonly SeenRoute[];
    }
  | {
      readonly kind: "lock-route";
      readonly mutationId: string;
      readonly routeId: string;
      readonly locked: boolean;
      readonly seenRoutes: readonly SeenRoute[];
    }
  | {
      readonly kind: "freeze-front";
      readonly mutationId: string;
      readonly routeId: string;
      readonly seenRoutes: readonly SeenRoute[];
      /** So many stops at the front keep their places. */
      readonly frozenStops: number;
    }
  | {
      readonly kind: "lock-stops";
      readonly mutationId: string;
      readonly visitIds: readonly string[];
      readonly lock: StopLock;
      readonly locked: boolean;
      readonly seen: readonly SeenPlace[];
    };

export type StopLock = "driver" | "position" | "time";

/** The visits whose place an intent decides. */
export function decidedVisits(intent: BoardIntent): readonly string[] {
  return intent.kind === "move" ? intent.move.visitIds : [];
}

/** The visits an intent counts on being where it saw them: those it moves or locks, and the one to follow. */
export function reliedOnVisits(intent: BoardIntent): readonly string[] {
  return "seen" in intent ? intent.seen.map((place) => place.visitId) : [];
}
