import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import type { EditPreview } from "@/server/domain/plan/edit-preview";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import type { PlanGateway } from "../plan-gateway";
import { planKeys } from "../plan-keys";
import type { EditRequest, OpenPreview } from "./edit-request";
import { type Guess, guessEdit } from "./guess-edit";
import { type ShownChange, showChange } from "./show-change";

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
  const request = open?.request ?? null;
  const guess = useMemo(() => (request ? guessEdit({ t, rules }, board, request) : null), [t, rules, board, request]);
  const measured = useMeasured(board, request, guess);
  const shown = useMemo(() => showChange(board, guess, measured.data ?? null), [board, guess, measured.data]);
  if (!open || !request) return null;
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
      if (request.kind === "move" || request.kind === "turn") actions.commitEdit(request, shown.confirmed);
      else actions.commitMidDay({ request, reason: open.reason ?? "", ...shown });
    },
    discard: () => store.setState({ preview: null, hovered: null, announcement: t("discarded") }),
  };
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
      return askPreview(gateway, planId, request!);
    },
    enabled: request !== null && (guess === null || "sequences" in guess),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

function askPreview(gateway: PlanGateway, planId: string, request: EditRequest): Promise<EditPreview> {
  switch (request.kind) {
    case "move":
      return gateway.previewMove(planId, request);
    case "turn":
      return gateway.previewTurn(planId, request.direction, request.asNewChange);
    case "cancel":
      return gateway.previewCancel(planId, request.visitIds);
    case "swap":
      return gateway.previewSwap(planId, request);
    case "split":
      return gateway.previewSplit(planId, request);
    case "reload":
      return gateway.previewReload(planId, request);
  }
}
