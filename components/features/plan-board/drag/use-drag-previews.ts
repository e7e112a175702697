import { useEffect } from "react";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { evaluateInsertion, evaluateMove } from "@/server/domain/plan/evaluate-insertion";
import { isOpenToChange, type PlanBoard, pairPartners } from "@/server/domain/plan/plan-board";
import type { InsertionPreview } from "@/server/domain/plan/what-if/find-best-insertions";
import { useBoardSession } from "../board-context";
import { type BoardStore, useBoardStoreApi } from "../board-store";
import { moveTargetOf } from "./drop-target";

/** A drag that is let go at once shows nothing; one that lingers shows what each target would cost. */
const DELAY_MILLISECONDS = 80;
/** Leaves most of a frame to drawing. */
const SLICE_MILLISECONDS = 5;
/** Beyond this many stops only the target under the pointer is worked out. */
const MAX_STOPS_FOR_ALL = 60;

/** Works out, while a drag lasts, what a drop would do: for every route in slices, and exactly for the place aimed at. */
export function useDragPreviews(): void {
  const { queue } = useBoardSession();
  const store = useBoardStoreApi();
  useEffect(() => {
    let stopAll = () => {};
    let timer = 0;
    return store.subscribe((state, previous) => {
      if (state.drag !== previous.drag) {
        stopAll();
        window.clearTimeout(timer);
        const { drag } = state;
        if (drag) {
          timer = window.setTimeout(() => {
            stopAll = previewAllRoutes(store, queue.view().board, drag.visitIds);
          }, DELAY_MILLISECONDS);
        }
      }
      if (state.drag && (state.dropPlace !== previous.dropPlace || state.dropFlipped !== previous.dropFlipped)) {
        previewPlace(store, queue.view().board);
      }
    });
  }, [queue, store]);
}

function previewAllRoutes(store: BoardStore, board: PlanBoard, visitIds: readonly string[]): () => void {
  const partners = pairPartners(board);
  const all = [...new Set(visitIds.flatMap((id) => [id, partners.get(id) ?? id]))];
  if (all.length > MAX_STOPS_FOR_ALL) return () => {};
  const waiting = board.routes.filter((route) => isOpenToChange(route.status) && route.start.position);
  // Rows on screen first: those are the targets people see.
  const visible = new Set(
    [...document.querySelectorAll<HTMLElement>("[data-drop-kind=route]")].map((row) => row.dataset.routeId),
  );
  waiting.sort((a, b) => Number(visible.has(b.id)) - Number(visible.has(a.id)));
  const legs = boardLegs(board);
  const previews = new Map<string, InsertionPreview>();
  let timer = 0;
  const work = () => {
    const until = performance.now() + SLICE_MILLISECONDS;
    while (waiting.length > 0 && performance.now() < until) {
      const route = waiting.shift()!;
      previews.set(route.id, evaluateInsertion(board, all, route, "best", legs));
    }
    store.setState({ previews: new Map(previews) });
    if (waiting.length > 0) timer = window.setTimeout(work, 0);
  };
  work();
  return () => window.clearTimeout(timer);
}

function previewPlace(store: BoardStore, board: PlanBoard): void {
  const { drag, dropPlace, dropFlipped } = store.getState();
  if (!drag || !dropPlace) return;
  const to = moveTargetOf(dropPlace, dropFlipped, board.routes);
  // Locks do not change what a move costs; they are asked about at the drop.
  const preview = evaluateMove(board, { visitIds: drag.visitIds, to, overrideLocks: true }, boardLegs(board));
  store.setState({ dropPreview: preview });
}
