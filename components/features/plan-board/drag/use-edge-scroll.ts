import { type RefObject, useEffect } from "react";
import { useBoardStoreApi } from "../board-store";
import { useDragControl } from "./drag-context";

const EDGE_PIXELS = 36;
const MOST_PIXELS_PER_FRAME = 14;

/** Scrolls a list while something is dragged near its upper or lower edge, faster the nearer. */
export function useEdgeScroll(scroller: RefObject<HTMLElement | null>): void {
  const { pointer } = useDragControl();
  const store = useBoardStoreApi();
  useEffect(() => {
    let frame = 0;
    const step = () => {
      frame = requestAnimationFrame(step);
      const box = scroller.current?.getBoundingClientRect();
      if (!box || pointer.x < box.left || pointer.x > box.right) return;
      const above = box.top + EDGE_PIXELS - pointer.y;
      const below = pointer.y - (box.bottom - EDGE_PIXELS);
      const near = above > 0 && above < EDGE_PIXELS * 2 ? -above : below > 0 && below < EDGE_PIXELS * 2 ? below : 0;
      if (near === 0) return;
      const pixels = (near / EDGE_PIXELS) * MOST_PIXELS_PER_FRAME;
      scroller.current?.scrollBy({ top: Math.max(-MOST_PIXELS_PER_FRAME, Math.min(MOST_PIXELS_PER_FRAME, pixels)) });
    };
    const stop = store.subscribe(({ drag }, previous) => {
      if (drag === previous.drag) return;
      cancelAnimationFrame(frame);
      if (drag) frame = requestAnimationFrame(step);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [scroller, pointer, store]);
}
