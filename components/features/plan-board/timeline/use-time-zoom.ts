import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { pixelsAt, scrollToKeep, secondsAt, type TimeScale, type TimeSpan, zoomedBy } from "./time-scale";
import { LABEL_PIXELS } from "./timeline-measures";
import { useWidth } from "./use-width";

const WHEEL_STEP = 1.2;
const LEAST_WIDTH_PIXELS = 320;

export interface TimeZoom {
  readonly scale: TimeScale;
  readonly zoom: number;
  /** Around what stands at a distance from the left edge of the rows' times; around the middle when none is given. */
  zoomBy(factor: number, aroundPixels?: number): void;
  showAll(): void;
  /** Brings a moment to the middle, close enough to tell minutes apart. */
  goTo(seconds: number): void;
  /** Scrolls as little as brings a moment into view. */
  reveal(seconds: number): void;
}

/** The scale of the timeline inside its scrolling frame: Ctrl and the wheel zoom at the pointer, the rest is scrolling. */
export function useTimeZoom(frame: HTMLElement | null, { fromSeconds, toSeconds }: TimeSpan): TimeZoom {
  const [zoom, setZoom] = useState(1);
  const viewPixels = Math.max(LEAST_WIDTH_PIXELS, useWidth(frame) - LABEL_PIXELS);
  const scale = useMemo(
    () => ({ fromSeconds, toSeconds, widthPixels: viewPixels * zoom }),
    [fromSeconds, toSeconds, viewPixels, zoom],
  );
  const latest = useRef({ scale, zoom, viewPixels });
  useLayoutEffect(() => {
    latest.current = { scale, zoom, viewPixels };
  });
  const kept = useRef<{ seconds: number; atPixels: number } | null>(null);
  useLayoutEffect(() => {
    if (!frame || !kept.current) return;
    frame.scrollLeft = scrollToKeep(scale, kept.current.seconds, kept.current.atPixels);
    kept.current = null;
  }, [frame, scale]);

  const zoomTo = useCallback(
    (next: number, seconds: number, atPixels: number) => {
      kept.current = { seconds, atPixels };
      if (next !== latest.current.zoom) setZoom(next);
      else if (frame) frame.scrollLeft = scrollToKeep(latest.current.scale, seconds, atPixels);
    },
    [frame],
  );
  const zoomBy = useCallback(
    (factor: number, aroundPixels = latest.current.viewPixels / 2) => {
      if (!frame) return;
      const seconds = secondsAt(latest.current.scale, frame.scrollLeft + aroundPixels);
      zoomTo(zoomedBy(latest.current.zoom, factor), seconds, aroundPixels);
    },
    [frame, zoomTo],
  );
  useEffect(() => {
    if (!frame) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const around = event.clientX - frame.getBoundingClientRect().left - LABEL_PIXELS;
      zoomBy(event.deltaY < 0 ? WHEEL_STEP : 1 / WHEEL_STEP, Math.max(0, around));
    };
    frame.addEventListener("wheel", onWheel, { passive: false });
    return () => frame.removeEventListener("wheel", onWheel);
  }, [frame, zoomBy]);

  return useMemo(
    () => ({
      scale,
      zoom,
      zoomBy,
      showAll: () => setZoom(1),
      goTo: (seconds) => zoomTo(Math.max(latest.current.zoom, 3), seconds, latest.current.viewPixels / 2),
      reveal(seconds) {
        if (!frame) return;
        const at = pixelsAt(latest.current.scale, seconds) - frame.scrollLeft;
        if (at < 0) frame.scrollLeft += at - 40;
        else if (at > latest.current.viewPixels - 24) frame.scrollLeft += at - latest.current.viewPixels + 64;
      },
    }),
    [scale, zoom, zoomBy, zoomTo, frame],
  );
}
