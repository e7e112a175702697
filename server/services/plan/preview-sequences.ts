import "server-only";
import { applyRemoval } from "@/server/domain/plan/apply-board-patch";
import type { EditPreview } from "@/server/domain/plan/edit-preview";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { previewChange } from "@/server/domain/plan/preview-change";
import type { LegBook } from "./leg-book";

interface PreviewParts {
  readonly board: PlanBoard;
  /** What is driven now. */
  readonly stored: LegBook;
  /** With what would be driven. */
  readonly legs: LegBook;
}

/**
 * What these sequences would do to the routes as they are, with whatever a screen needs to draw them. `removedVisitIds`
 * are no longer part of the day then.
 */
export function previewSequences(
  { board, stored, legs }: PreviewParts,
  sequences: readonly RouteSequence[],
  { removedVisitIds = [] }: { readonly removedVisitIds?: readonly string[] } = {},
): EditPreview {
  const after = applyRemoval(board, sequences, removedVisitIds, legs.source(board));
  const touched = new Set(sequences.map((sequence) => sequence.routeId));
  const base = board.routes.flatMap(({ id, version }) => (touched.has(id) ? [{ routeId: id, version }] : []));
  return {
    preview: previewChange(board, after),
    base,
    sequences,
    ...(removedVisitIds.length > 0 && { removedVisitIds }),
    legs: legs.newLegs(stored, board, sequences).map(({ fromId, toId, shaped: { leg, shape } }) => ({
      fromId,
      toId,
      leg: [leg.durationSeconds, leg.distanceMeters, leg.isEstimate ? 1 : 0, shape],
    })),
  };
}
