import type { Words } from "@/components/lib/words/words";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { cancelOrders } from "@/server/domain/plan/cancel-orders";
import { changeReload } from "@/server/domain/plan/change-reload";
import { moveStops } from "@/server/domain/plan/move-stops";
import { placeConflicts } from "@/server/domain/plan/place-conflicts";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { describeMoveRefusal } from "../describe-refusal";
import type { EditRequest } from "./edit-request";
import type { ShownChange } from "./show-change";

/** What the rules alone say of an edit; null: only the server knows. */
export type Guess =
  | ({ readonly sequences: readonly RouteSequence[] } & Partial<Pick<ShownChange, "removedVisitIds" | "refused">>)
  | { readonly refusal: string }
  | null;

interface GuessWords {
  readonly t: Words<"boardDiff">;
  readonly rules: Words<"rules">;
}

/** What the rules make of the request here and now. */
export function guessEdit(words: GuessWords, board: PlanBoard, request: EditRequest): Guess {
  switch (request.kind) {
    case "move":
      return guessMove(words, board, request);
    case "cancel": {
      const { deliveryIds, sequences, visitIds: removedVisitIds, refused } = cancelOrders(board, request.visitIds);
      const [refusal] = refused;
      if (refusal && deliveryIds.length === 0) return { refusal: describeMoveRefusal(words.rules, refusal, board) };
      return { sequences, removedVisitIds, refused };
    }
    case "reload": {
      const outcome = changeReload(board, request);
      return outcome.ok ? outcome : { refusal: describeMoveRefusal(words.rules, outcome.refusal, board) };
    }
    default:
      return null;
  }
}

function guessMove({ t, rules }: GuessWords, board: PlanBoard, request: EditRequest & { kind: "move" }): Guess {
  const [conflict] = placeConflicts(board, request.seen);
  if (conflict) {
    const stop = board.visits.get(conflict.visitId)?.externalId || t("aStop");
    if (!conflict.isOnBoard) return { refusal: t("faster.gone", { stop }) };
    if (conflict.routeNumber === null) return { refusal: t("faster.unplanned", { stop }) };
    return { refusal: t("faster.moved", { stop, route: String(conflict.routeNumber) }) };
  }
  const outcome = moveStops(board, request.move, boardLegs(board));
  return outcome.ok ? outcome : { refusal: describeMoveRefusal(rules, outcome.refusal, board) };
}
