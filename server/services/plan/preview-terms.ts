import "server-only";
import { applySequences } from "@/server/domain/plan/apply-board-patch";
import type { EditPreview } from "@/server/domain/plan/edit-preview";
import { previewChange } from "@/server/domain/plan/preview-change";
import { refuseUnfit } from "./change-drivers";
import type { OpenTerms } from "./open-terms";

/** What other drivers would make of routes, timed by the book's legs. Refuses as the change itself would. */
export function previewTerms({ before, after, sequences }: OpenTerms): EditPreview {
  refuseUnfit(before.board, after);
  const next = applySequences(after, sequences, before.book.source(after));
  return {
    preview: previewChange(before.board, next),
    base: before.board.routes.map(({ id, version }) => ({ routeId: id, version })),
    sequences,
    drivers: next.routes.map(({ id, driver, vehicle, rules }) => ({ id, driver, vehicle, rules })),
    legs: [],
  };
}
