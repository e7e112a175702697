export interface DragTracking {
  /** Pixels the pointer must move before it counts as a drag; `onEnd` of a shorter one is not called. */
  readonly thresholdPixels: number;
  readonly onStart?: (event: PointerEvent) => void;
  /** Every move, also those the browser gathered between two frames: for a line that must not lose a corner. */
  readonly onTrace?: (event: PointerEvent) => void;
  /** At most once per frame. */
  readonly onMove: (event: PointerEvent) => void;
  readonly onEnd: (event: PointerEvent) => void;
  /** Escape, a lost pointer, or the tool going away in the middle. */
  readonly onCancel: () => void;
}

/** Follows a pressed pointer over the whole window until it is let go. The result stops the tracking. */
export function trackDrag(pressed: { clientX: number; clientY: number }, tracking: DragTracking): () => void {
  const ends = new AbortController();
  let started = false;
  let frame = 0;
  const finish = (report?: () => void) => {
    if (ends.signal.aborted) return;
    ends.abort();
    cancelAnimationFrame(frame);
    report?.();
  };
  const cancel = () => finish(started ? tracking.onCancel : undefined);
  const onMove = (event: PointerEvent) => {
    if (!started) {
      if (Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) < tracking.thresholdPixels)
        return;
      started = true;
      tracking.onStart?.(event);
    }
    if (tracking.onTrace) {
      const gathered = event.getCoalescedEvents();
      for (const each of gathered.length > 0 ? gathered : [event]) tracking.onTrace(each);
    }
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => tracking.onMove(event));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // One Escape takes back one thing: it must not also close a panel or clear the selection.
    event.stopImmediatePropagation();
    cancel();
  };
  const options = { signal: ends.signal };
  addEventListener("pointermove", onMove, options);
  addEventListener("pointerup", (event) => finish(started ? () => tracking.onEnd(event) : undefined), options);
  addEventListener("pointercancel", cancel, options);
  addEventListener("blur", cancel, options);
  addEventListener("keydown", onKey, { ...options, capture: true });
  return cancel;
}

/** Where a window position lies on an element, in CSS pixels. */
export function pointWithin(element: Element, { clientX, clientY }: { clientX: number; clientY: number }) {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
