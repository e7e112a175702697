"use client";
import type { MapMouseEvent } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { useMap } from "./map-context";
import type { ScreenPoint } from "./points-in-polygon";
import { type AreaSelection, type SelectablePoint, selectPoints } from "./select-points";
import { pointWithin, trackDrag } from "./track-drag";

export interface BoxSelectProps {
  /** What may be selected: leave out what is hidden. */
  readonly points: readonly SelectablePoint[];
  readonly onSelect: (selection: AreaSelection) => void;
}

/** Shift and drag draws a box and selects what is in it; Ctrl besides adds to the selection. */
export function BoxSelect(props: BoxSelectProps) {
  const { map } = useMap();
  const [box, setBox] = useState<{ from: ScreenPoint; to: ScreenPoint }>();
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    let stop = () => {};
    const onPress = (event: MapMouseEvent) => {
      if (!event.originalEvent.shiftKey || event.originalEvent.button !== 0) return;
      event.preventDefault();
      const from = event.point;
      const here = (moved: PointerEvent) => pointWithin(map.getContainer(), moved);
      stop = trackDrag(event.originalEvent, {
        thresholdPixels: 4,
        onMove: (moved) => setBox({ from, to: here(moved) }),
        onEnd: (released) => {
          setBox(undefined);
          const ids = selectPoints(map, latest.current.points, corners(from, here(released)));
          latest.current.onSelect({ ids, additive: released.ctrlKey || released.metaKey });
        },
        onCancel: () => setBox(undefined),
      });
    };
    const subscription = map.on("mousedown", onPress);
    return () => {
      subscription.unsubscribe();
      stop();
    };
  }, [map]);

  if (!box) return null;
  return (
    <svg className="dray-map-overlay" aria-hidden="true">
      <rect
        x={Math.min(box.from.x, box.to.x)}
        y={Math.min(box.from.y, box.to.y)}
        width={Math.abs(box.to.x - box.from.x)}
        height={Math.abs(box.to.y - box.from.y)}
      />
    </svg>
  );
}

function corners(a: ScreenPoint, b: ScreenPoint): ScreenPoint[] {
  return [
    { x: a.x, y: a.y },
    { x: b.x, y: a.y },
    { x: b.x, y: b.y },
    { x: a.x, y: b.y },
  ];
}
