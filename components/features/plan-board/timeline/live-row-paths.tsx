import { memo } from "react";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import type { LiveRoute } from "../live/live-routes";
import { livePaths } from "./live-blocks";
import { ROW_PIXELS } from "./route-blocks";
import { LATE_HATCH, WAIT_HATCH } from "./row-paths";
import { pixelsAt, type TimeScale } from "./time-scale";

export interface LiveRowPathsProps {
  readonly route: BoardRoute;
  readonly live: LiveRoute;
  readonly scale: TimeScale;
  readonly hue: string;
  readonly atSeconds: number | null;
}

/** A van's day as it is driven: served stops solid, failed ones hollow in red, expected ones hollow, breaks hatched. */
export const LiveRowPaths = memo(function LiveRowPaths({ route, live, scale, hue, atSeconds }: LiveRowPathsProps) {
  const { shift } = route.rules;
  const paths = livePaths(route, live, scale, atSeconds);
  const left = pixelsAt(scale, shift.fromSeconds);
  return (
    <g data-testid="live-blocks">
      <rect
        x={left}
        width={pixelsAt(scale, shift.toSeconds) - left}
        y={2}
        height={ROW_PIXELS - 4}
        rx={4}
        className="fill-surface-sunken"
      />
      <path d={paths.planned} className="fill-ink-muted" fillOpacity={0.45} data-kind="planned" />
      <path d={paths.drive} fill={hue} fillOpacity={0.75} data-kind="drive" />
      <path d={paths.expected} fill={hue} fillOpacity={0.2} stroke={hue} strokeWidth={1} data-kind="expected" />
      <path d={paths.late} fill={`url(#${LATE_HATCH})`} data-kind="late" />
      <path d={paths.served} fill={hue} data-kind="served" />
      <path d={paths.failed} className="fill-surface stroke-alert" strokeWidth={1.5} data-kind="failed" />
      <path
        d={paths.break}
        fill={`url(#${WAIT_HATCH})`}
        className="stroke-ink-muted"
        strokeWidth={0.75}
        data-kind="break"
      />
    </g>
  );
});
