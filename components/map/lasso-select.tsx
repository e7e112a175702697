"use client";
import { useEffect, useRef, useState } from "react";
import { useMap } from "./map-context";
import type { ScreenPoint } from "./points-in-polygon";
import { type AreaSelection, type SelectablePoint, selectPoints } from "./select-points";
import { pointWithin, trackDrag } from "./track-drag";

export interface LassoSelectProps {
  /** While true, dragging draws instead of panning; the wheel still zooms. */
  readonly active: boolean;
  /** What may be selected: leave out what is hidden. */
  readonly points: readonly SelectablePoint[];
  readonly onSelect: (selection: AreaSelection) => void;
  /** Escape with nothing drawn: put the tool away. */
  readonly onLeave: () => void;
}

/** Corners closer than this add nothing a hand can mean. */
const CORNER_PIXELS = 4;

/** The lasso: draw around stops to select them; Ctrl adds to the selection, Escape gives up. */
export function LassoSelect(props: LassoSelectProps) {
  const { map } = useMap();
  const [outline, setOutline] = useState<readonly ScreenPoint[]>([]);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  const { active } = props;
  useEffect(() => {
    if (!active) return;
    const surface = map.getCanvasContainer();
    const ends = new AbortController();
    let stop = () => {};
    const onPress = (event: PointerEvent) => {
      if (event.button !== 0 || !event.isPrimary) return;
      let drawn: ScreenPoint[] = [pointWithin(surface, event)];
      stop();
      stop = trackDrag(event, {
        thresholdPixels: CORNER_PIXELS,
        onTrace: (moved) => {
          drawn = withCorner(drawn, pointWithin(surface, moved));
        },
        onMove: () => setOutline(drawn),
        onEnd: (released) => {
          setOutline([]);
          const ids = selectPoints(map, latest.current.points, withCorner(drawn, pointWithin(surface, released)));
          latest.current.onSelect({ ids, additive: released.ctrlKey || released.metaKey });
        },
        onCancel: () => setOutline([]),
      });
    };
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && latest.current.onLeave();
    map.dragPan.disable();
    surface.dataset.tool = "lasso";
    surface.addEventListener("pointerdown", onPress, { signal: ends.signal });
    addEventListener("keydown", onKey, { signal: ends.signal });
    return () => {
      ends.abort();
      stop();
      delete surface.dataset.tool;
      map.dragPan.enable();
    };
  }, [map, active]);

  if (outline.length < 2) return null;
  return (
    <svg className="dray-map-overlay" aria-hidden="true">
      <path d={`M${outline.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`} />
    </svg>
  );
}

function withCorner(outline: ScreenPoint[], corner: ScreenPoint): ScreenPoint[] {
  const last = outline.at(-1);
  if (last && Math.hypot(corner.x - last.x, corner.y - last.y) < CORNER_PIXELS) return outline;
  return [...outline, corner];
}
