import type { Words } from "@/components/lib/words/words";
import type { ToastApi } from "@/components/ui/toast";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import type { MoveTarget } from "@/server/domain/plan/move-stops";
import type { PlaceTruth } from "@/server/domain/plan/place-conflicts";
import type { RouteTruth } from "@/server/domain/plan/route-conflicts";
import type { BoardIntent, StopLock } from "./board-state/board-intent";
import type { IntentQueue } from "./board-state/intent-queue";
import type { BoardStore, EditConflict } from "./board-store";
import type { EditRequest, MidDayDecision, MidDayRequest } from "./diff/edit-request";

/** A move over a lock, waiting for the dispatcher's word. */
export interface LockQuestion {
  readonly text: string;
  readonly proceed: () => void;
}

export interface BoardActions {
  /** At once where it is one order on unsent routes: true; else it opens a preview, or says why not: false. */
  move(visitIds: readonly string[], to: MoveTarget, overrideLocks?: boolean): boolean;
  /** Looks at a move without doing it. */
  preview(request: Pick<EditRequest & { kind: "move" }, "move" | "reason">): void;
  /** Does what a preview showed. */
  commitEdit(request: EditRequest & { kind: "move" | "turn" }, confirmed: readonly SeenRoute[]): void;
  /** Looks at what is to happen to a day that has begun: it is always looked at first. */
  previewMidDay(request: MidDayRequest, announcement: string): void;
  commitMidDay(decision: MidDayDecision): void;
  lockRoute(routeId: string, locked: boolean): void;
  lockStops(visitIds: readonly string[], lock: StopLock, locked: boolean): void;
  /** So many stops at the front keep their places; none: 0. */
  freezeFront(routeId: string, frozenStops: number): void;
  /** Asks once everything asked for before has its answer, and takes the result into the board. Rejects with the refusal. */
  change(ask: (mutationId: string) => Promise<PlanEditResult>, announcement: string): Promise<void>;
  /** `dependents` were made on top of it and are off the board too. */
  refused(intent: BoardIntent, error: unknown, dependents: readonly BoardIntent[]): void;
  /** Ends a conflict: our change made again from where things are now, or dropped. */
  decide(conflict: EditConflict, how: "mine" | "theirs"): void;
}

export interface ActionParts {
  /** Read late: the queue reports refusals to these actions and so is made after them. */
  readonly queue: () => IntentQueue;
  readonly store: BoardStore;
  readonly toast: ToastApi;
  /** Read late: the reader may change language while the board stays open. */
  readonly t: () => Words<"boardState">;
  readonly rules: () => Words<"rules">;
  readonly refusals: () => Words<"refusals">;
  readonly askAboutLock: (question: LockQuestion) => void;
  /** That others have a route in hand right now, in words; empty: nobody. */
  readonly holdersOf: (routeId: string) => string;
  readonly undo: () => void;
  readonly saveMidDay: (mutationId: string, decision: MidDayDecision) => Promise<PlanEditResult>;
  readonly turn: (direction: "undo" | "redo", asNewChange?: boolean, confirmed?: readonly SeenRoute[]) => void;
  /** Somebody was first: what they changed is to be read anew; all of it where nothing is named. */
  readonly onStale: (truths: readonly PlaceTruth[], routes?: readonly RouteTruth[]) => void;
  /** For what stands beside the board: shapes of the lines, the labels of undo. */
  readonly onResult: (result: PlanEditResult) => void;
}
