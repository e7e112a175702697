import { type RefObject, useEffect } from "react";
import { useBoardStoreApi } from "../board-store";
import { useDragControl } from "./drag-context";

const EDGE_PIXELS = 36;
const MOST_PIXELS_PER_FRAME = 14;

/** Scrolls while something is dragged near the upper or lower edge, or the left or right one; faster the nearer. */
export function useEdgeScroll(
  scroller: RefObject<HTMLElement | null>,
  axis: "vertical" | "horizontal" = "vertical",
): void {
  const { pointer } = useDragControl();
  const store = useBoardStoreApi();
  useEffect(() => {
    let frame = 0;
    const scroll = () => {
      frame = requestAnimationFrame(scroll);
      const box = scroller.current?.getBoundingClientRect();
      if (!box) return;
      const isVertical = axis === "vertical";
      const [at, start, end] = isVertical ? [pointer.y, box.top, box.bottom] : [pointer.x, box.left, box.right];
      const [aside, from, to] = isVertical ? [pointer.x, box.left, box.right] : [pointer.y, box.top, box.bottom];
      if (aside < from || aside > to) return;
      const above = start + EDGE_PIXELS - at;
      const below = at - (end - EDGE_PIXELS);
      const near = above > 0 && above < EDGE_PIXELS * 2 ? -above : below > 0 && below < EDGE_PIXELS * 2 ? below : 0;
      if (near === 0) return;
      const pixels = (near / EDGE_PIXELS) * MOST_PIXELS_PER_FRAME;
      const step = Math.max(-MOST_PIXELS_PER_FRAME, Math.min(MOST_PIXELS_PER_FRAME, pixels));
      scroller.current?.scrollBy(isVertical ? { top: step } : { left: step });
    };
    const stop = store.subscribe(({ drag }, previous) => {
      if (drag === previous.drag) return;
      cancelAnimationFrame(frame);
      if (drag) frame = requestAnimationFrame(scroll);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [scroller, axis, pointer, store]);
}
