import { type ReactNode, useMemo } from "react";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import type { MapProposal } from "../board-map/board-map";
import type { RouteShapeBook } from "../board-map/route-shape-book";
import { useBoardStore } from "../board-store";
import { EditPreviewPanel } from "./edit-preview-panel";
import { encodedLines, planLines, reviewLines } from "./review-lines";
import type { EditReview } from "./use-edit-review";

/** One of several plans that are laid over each other on the map. */
export interface LaidPlan {
  readonly after: PlanBoard;
  readonly ways: ReadonlyMap<string, string>;
  readonly lookIndex: number;
  readonly name: string;
}

/** Something that waits for a yes or no, in its panel, on the map and by the clock. */
export interface Review {
  /** The day as it would be; null while nobody knows. */
  readonly after: PlanBoard | null;
  /** Ways that are not driven yet, encoded, by `legKey`. */
  readonly ways: ReadonlyMap<string, string>;
  /** Where there are several plans to choose from: those the map is to show in place of `after`. */
  readonly laid?: readonly LaidPlan[];
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
  const laid = review?.laid;
  const [only] = laid ?? [];
  const after = only?.after ?? review?.after ?? null;
  const ways = only?.ways ?? review?.ways;
  return useMemo(() => {
    if (!after || !ways || isBefore || laid?.length === 0) return undefined;
    if (!laid || laid.length === 1) {
      return { board: after, lines: reviewLines(board, after, encodedLines(ways, shapes)), laid: [] };
    }
    const drawn = laid.map((plan) => ({
      name: plan.name,
      lookIndex: plan.lookIndex,
      routes: planLines(board, plan.after, encodedLines(plan.ways, shapes)),
    }));
    return { board: after, lines: [], laid: drawn };
  }, [board, after, ways, laid, isBefore, shapes]);
}
