import { type RefObject, useEffect, useRef } from "react";
import { useBoardStore } from "../board-store";

/** Takes the focus when asked to, as after a jump from the palette. */
export function useFocusRequests(grid: RefObject<HTMLElement | null>): void {
  const requests = useBoardStore((state) => state.listFocusRequests);
  const seen = useRef(requests);
  useEffect(() => {
    if (seen.current === requests) return;
    seen.current = requests;
    grid.current?.focus({ preventScroll: true });
  }, [requests, grid]);
}
