import { memo } from "react";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { ROW_PIXELS, routePaths } from "./route-blocks";
import { pixelsAt, type TimeScale } from "./time-scale";

export const LATE_HATCH = "timeline-late";

export interface RowPathsProps {
  readonly route: BoardRoute;
  readonly scale: TimeScale;
  readonly hue: string;
}

/** The shift behind, then driving, waiting and serving; late service is hatched. */
export const RowPaths = memo(function RowPaths({ route, scale, hue }: RowPathsProps) {
  const { shift } = route.rules;
  const paths = routePaths(route, scale);
  const left = pixelsAt(scale, shift.fromSeconds);
  return (
    <>
      <rect
        x={left}
        width={pixelsAt(scale, shift.toSeconds) - left}
        y={2}
        height={ROW_PIXELS - 4}
        rx={3}
        className="fill-surface-sunken"
      />
      <path d={paths.drive} className="fill-ink-muted" />
      <path d={paths.wait} className="fill-transparent stroke-ink-muted" strokeDasharray="2 2" />
      <path d={paths.service} fill={hue} />
      <path d={paths.late} fill={`url(#${LATE_HATCH})`} className="stroke-alert" />
    </>
  );
});
