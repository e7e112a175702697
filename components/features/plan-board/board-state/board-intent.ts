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
    }
  | { readonly kind: "lock-route"; readonly mutationId: string; readonly routeId: string; readonly locked: boolean }
  | {
      readonly kind: "freeze-front";
      readonly mutationId: string;
      readonly routeId: string;
      /** So many stops at the front keep their places. */
      readonly frozenStops: number;
    }
  | {
      readonly kind: "lock-stops";
      readonly mutationId: string;
      readonly visitIds: readonly string[];
      readonly lock: StopLock;
      readonly locked: boolean;
    };

export type StopLock = "driver" | "position" | "time";
