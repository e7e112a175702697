import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { applySequences } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { EditPreview } from "@/server/domain/plan/edit-preview";
import { legKey, measuredLegs } from "@/server/domain/plan/measured-legs";
import { moveStops } from "@/server/domain/plan/move-stops";
import { placeConflicts } from "@/server/domain/plan/place-conflicts";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { type ChangePreview, previewChange } from "@/server/domain/plan/preview-change";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { describeMoveRefusal } from "../describe-refusal";
import { planKeys } from "../plan-keys";
import type { EditRequest, OpenPreview } from "./edit-request";

export interface EditReview {
  readonly open: OpenPreview;
  /** Null while nothing can be told yet, and when it cannot be done. */
  readonly shown: ShownChange | null;
  /** Why it cannot be done on the day as it is now. */
  readonly refusal: string | null;
  /** The server is measuring: figures carry "~". */
  readonly isAsking: boolean;
  /** Absent where it is at the best place already. */
  readonly takeBest: (() => void) | null;
  commit(): void;
  discard(): void;
}

export interface ShownChange {
  readonly change: ChangePreview;
  /** The day as it would be. */
  readonly after: PlanBoard;
  /** The ways that nobody drives yet, as far as the server has told them: from, to, line. */
  readonly lines: EditPreview["legs"];
  readonly confirmed: readonly SeenRoute[];
}

type Guess = { readonly sequences: readonly RouteSequence[] } | { readonly refusal: string } | null;

const NO_LEGS: EditPreview["legs"] = [];

/**
 * The open preview on the day as it is now: at once by estimate, then as the server measures it. Whatever changes
 * meanwhile, it is worked out anew on top of that, or says why it cannot be done any more.
 */
export function useEditReview(): EditReview | null {
  const open = useBoardStore((state) => state.preview);
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const { actions } = useBoardSession();
  const t = useWords("boardDiff");
  const refusalOf = useRefusalOf();
  const rules = useWords("rules");
  const guess = useMemo(() => (open ? guessOf({ t, rules }, board, open.request) : null), [t, rules, board, open]);
  const measured = useMeasured(board, open?.request ?? null, guess);
  const shown = useMemo(() => showChange(board, guess, measured.data ?? null), [board, guess, measured.data]);
  if (!open) return null;
  const { request } = open;
  const refusal =
    guess && "refusal" in guess ? guess.refusal : measured.isError ? refusalOf(measured.error).message : null;
  const position = request.kind === "move" && request.move.to.kind === "position" ? request.move.to : null;
  return {
    open,
    shown: refusal === null ? shown : null,
    refusal,
    isAsking: measured.isFetching,
    takeBest:
      request.kind === "move" && position
        ? () =>
            actions.preview({ ...request, move: { ...request.move, to: { kind: "best", routeId: position.routeId } } })
        : null,
    commit: () => {
      if (!shown || refusal !== null) return;
      store.setState({ preview: null, hovered: null });
      actions.commitEdit(request, shown.confirmed);
    },
    discard: () => store.setState({ preview: null, hovered: null, announcement: t("discarded") }),
  };
}

interface GuessWords {
  readonly t: Words<"boardDiff">;
  readonly rules: Words<"rules">;
}

/** What the rules make of the request here and now; null: only the server knows. */
function guessOf({ t, rules }: GuessWords, board: PlanBoard, request: EditRequest): Guess {
  if (request.kind === "turn") return null;
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

/** The server's answer for the routes in the versions they have here; asked again when one of them changes. */
function useMeasured(board: PlanBoard, request: EditRequest | null, guess: Guess) {
  const { gateway, planId, queue } = useBoardSession();
  const touched = guess && "sequences" in guess ? new Set(guess.sequences.map(({ routeId }) => routeId)) : null;
  const versions = board.routes
    .filter(({ id }) => touched?.has(id) ?? true)
    .map(({ id, version }) => `${id}@${version}`);
  return useQuery({
    queryKey: planKeys.preview(planId, request, versions),
    queryFn: async () => {
      // What is under way is part of what was seen: it has to be there first.
      await queue.whenIdle();
      if (request?.kind === "turn") return gateway.previewTurn(planId, request.direction, request.asNewChange);
      return gateway.previewMove(planId, request!);
    },
    enabled: request !== null && (guess === null || "sequences" in guess),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

function showChange(board: PlanBoard, guess: Guess, measured: EditPreview | null): ShownChange | null {
  const versions = new Map(board.routes.map((route) => [route.id, route.version]));
  // An answer about other versions belongs to a board that is still on its way.
  if (measured?.base.every(({ routeId, version }) => versions.get(routeId) === version)) {
    const legs = new Map(measured.legs.map(({ fromId, toId, leg }) => [legKey(fromId, toId), leg]));
    const after = applySequences(board, measured.sequences, measuredLegs(board, legs));
    return { change: measured.preview, after, lines: measured.legs, confirmed: measured.base };
  }
  if (!guess || "refusal" in guess) return null;
  const after = applySequences(board, guess.sequences, boardLegs(board));
  const confirmed = guess.sequences.map(({ routeId }) => ({ routeId, version: versions.get(routeId)! }));
  return { change: { ...previewChange(board, after), isApproximate: true }, after, lines: NO_LEGS, confirmed };
}
