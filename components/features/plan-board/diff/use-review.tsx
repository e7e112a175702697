import { type ReactNode, useMemo } from "react";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import type { MapProposal } from "../board-map/board-map";
import type { RouteShapeBook } from "../board-map/route-shape-book";
import { useBoardStore } from "../board-store";
import { EditPreviewPanel } from "./edit-preview-panel";
import { encodedLines, reviewLines } from "./review-lines";
import type { EditReview } from "./use-edit-review";

/** Something that waits for a yes or no, in its panel, on the map and by the clock. */
export interface Review {
  /** The day as it would be; null while nobody knows. */
  readonly after: PlanBoard | null;
  /** Ways that are not driven yet, encoded, by `legKey`. */
  readonly ways: ReadonlyMap<string, string>;
  readonly panel: ReactNode;
}

/** The edit under review as the screen shows it. */
export function useEditReviewPanel(review: EditReview | null): Review | null {
  return useMemo(() => {
    if (!review) return null;
    const ways = new Map(review.shown?.lines.map(({ fromId, toId, leg }) => [`${fromId}>${toId}`, leg[3]]));
    return { after: review.shown?.after ?? null, ways, panel: <EditPreviewPanel review={review} /> };
  }, [review]);
}

/** What the map draws of it; undefined: the day as it is. */
export function useReviewMap(review: Review | null, shapes: RouteShapeBook): MapProposal | undefined {
  const { board } = useBoard();
  const isBefore = useBoardStore((state) => state.reviewSide === "before");
  const after = review?.after ?? null;
  const ways = review?.ways;
  return useMemo(
    () =>
      after && ways && !isBefore
        ? { board: after, lines: reviewLines(board, after, encodedLines(ways, shapes)) }
        : undefined,
    [board, after, ways, isBefore, shapes],
  );
}
