"use client";
import { useMemo, useState } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { LATE_HATCH } from "./row-paths";
import { timeSpan } from "./time-scale";
import { TimelineAxis } from "./timeline-axis";
import { LABEL_PIXELS, TimelineRow } from "./timeline-row";
import { useNowSeconds } from "./use-now-seconds";
import { useWidth } from "./use-width";

const ZOOMS = ["1", "2", "4"] as const;
type Zoom = (typeof ZOOMS)[number];

/** The day by the clock, one row per van: driving, waiting, serving, promises, and where the day stands now. */
export function Timeline({ board }: { board: PlanBoard }) {
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const width = useWidth(frame);
  const [zoom, setZoom] = useState<Zoom>("1");
  const now = useNowSeconds(board.plan);
  const { fromSeconds, toSeconds } = useMemo(() => timeSpan(board.routes), [board.routes]);
  const scale = useMemo(
    () => ({ fromSeconds, toSeconds, widthPixels: Math.max(320, width - LABEL_PIXELS) * Number(zoom) }),
    [fromSeconds, toSeconds, width, zoom],
  );
  return (
    <section aria-label="Timeline" className="relative flex min-h-0 flex-1 flex-col bg-surface">
      <svg width="0" height="0" className="absolute" aria-hidden="true">
        <pattern id={LATE_HATCH} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.5" height="5" className="fill-alert" />
        </pattern>
      </svg>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <div ref={setFrame} tabIndex={0} className="scroll-quiet min-h-0 flex-1 overflow-auto outline-offset-[-2px]">
        <TimelineAxis scale={scale} zone={board.plan.timeZone} />
        {board.routes.map((route) => (
          <TimelineRow key={route.id} route={route} scale={scale} now={now} />
        ))}
      </div>
      <div className="absolute right-4 bottom-2 z-20">
        <SegmentedControl
          label="Zoom of the timeline"
          size="sm"
          options={ZOOMS.map((value) => ({ value, label: `${value}×` }))}
          value={zoom}
          onValueChange={setZoom}
        />
      </div>
    </section>
  );
}
