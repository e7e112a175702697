"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { sayEdit } from "@/components/lib/say-edit";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { tellsEmissions } from "@/server/domain/plan/emissions";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import type { EditStacks } from "../history/edit-stacks";
import { planKeys } from "../plan-keys";
import { usePreviewLease } from "../presence/use-presence";
import { ChangeConcerns, hasConcerns, ReviewSide } from "./change-concerns";
import { DiffTable } from "./diff-table";
import { DiffTotals } from "./diff-totals";
import type { EditRequest } from "./edit-request";
import { LeftBehind, leftBehind } from "./left-behind";
import { MidDayActions } from "./mid-day-actions";
import { ReviewHeader } from "./review-header";
import type { EditReview } from "./use-edit-review";

/** An edit before it is done: what it does to every route, which rules it breaks, and who is told of it. */
export function EditPreviewPanel({ review }: { review: EditReview }) {
  const t = useWords("boardDiff");
  const { board } = useBoard();
  const store = useBoardStoreApi();
  const title = useTitle(review.open.request, board);
  const { shown, refusal, isAsking, takeBest, commit, discard } = review;
  const changed = shown?.change.diff.routes;
  usePreviewLease(useMemo(() => changed?.map((route) => route.routeId) ?? [], [changed]));
  // Rows point at routes; when they go, nothing is pointed at any more.
  useEffect(() => () => store.setState({ hovered: null, reviewSide: "after" }), [store]);
  return (
    <section
      aria-label={t("preview")}
      data-testid="edit-preview"
      data-exact={shown !== null && !isAsking}
      className="flex min-h-0 flex-1 flex-col bg-surface"
    >
      <ReviewHeader
        title={title}
        canCommit={shown !== null}
        isBusy={false}
        onCommit={commit}
        onDiscard={discard}
        actions={
          <>
            {isAsking ? <Measuring /> : null}
            <MidDayActions open={review.open} shown={shown} />
            {takeBest && shown ? (
              <Button variant="ghost" onClick={takeBest}>
                {t("bestInstead")}
              </Button>
            ) : null}
          </>
        }
      >
        {shown ? (
          <DiffTotals
            totals={shown.change.diff.totals}
            unplanned={[board.pool.length, board.pool.length + shown.change.unplannedDelta]}
            currency={board.plan.currency}
            isApproximate={shown.change.isApproximate}
            hasEmissions={tellsEmissions(board.routes)}
          />
        ) : null}
      </ReviewHeader>
      {review.open.notice && refusal === null ? (
        <Banner tone="warn" className="m-2 shrink-0" title={t("lookAgain")}>
          {review.open.notice}
        </Banner>
      ) : null}
      {refusal === null ? null : (
        <Banner tone="warn" className="m-2 shrink-0" title={t("impossible")}>
          {t("nothingChanged", { refusal })}
        </Banner>
      )}
      {shown ? (
        <div className="scroll-quiet flex min-h-0 flex-1 flex-col lg:flex-row">
          <DiffTable
            diff={shown.change.diff}
            notices={shown.change.notices}
            board={board}
            isApproximate={shown.change.isApproximate}
            totalLabel={t("theseRoutes")}
          />
          {hasConcerns(shown.change) || leftBehind(shown) > 0 ? (
            <ReviewSide>
              <LeftBehind shown={shown} board={board} />
              <ChangeConcerns change={shown.change} board={board} />
            </ReviewSide>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function Measuring() {
  const t = useWords("boardDiff");
  return (
    <span className="flex items-center gap-1.5 text-ink-muted text-sm" role="status">
      <Spinner />
      {t("measuring")}
    </span>
  );
}

const NO_EDITS: EditStacks = { undo: null, redo: null };

function useTitle(request: EditRequest, board: PlanBoard): string {
  const t = useWords("boardDiff");
  const words = useWords("edits");
  const { gateway, planId } = useBoardSession();
  const { data: edits = NO_EDITS } = useQuery({
    queryKey: planKeys.edits(planId),
    queryFn: () => gateway.listEdits(planId),
  });
  const numberOf = (routeId: string) => String(board.routes.find(({ id }) => id === routeId)?.number ?? "?");
  if (request.kind === "cancel") {
    const orders = new Set(request.visitIds.flatMap((id) => board.visits.get(id)?.deliveryId ?? []));
    return t("title.cancel", { count: orders.size });
  }
  if (request.kind === "swap") {
    return t("title.swap", { route: numberOf(request.routeId), driver: request.driverName });
  }
  if (request.kind === "reload") {
    const { name, externalId } = board.visits.get(request.visitId) ?? { name: "", externalId: "" };
    return t(request.loadSeconds === null ? "title.noReload" : "title.reload", { stop: name || externalId });
  }
  if (request.kind === "split") return t("title.split", { route: numberOf(request.routeId) });
  if (request.kind === "turn") {
    return t(`title.${request.direction}`, { what: sayEdit(words, edits[request.direction]) });
  }
  const { visitIds, to } = request.move;
  const count = visitIds.length;
  if (to.kind === "pool") return t("title.unassign", { count });
  return t("title.move", { count, route: numberOf(to.routeId) });
}
