import { memo } from "react";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import type { LiveRoute } from "../live/live-routes";
import { livePaths } from "./live-blocks";
import { LATE_HATCH, WAIT_HATCH } from "./row-paths";
import { ShiftBand } from "./shift-band";
import type { TimeScale } from "./time-scale";

export interface LiveRowPathsProps {
  readonly route: BoardRoute;
  readonly live: LiveRoute;
  readonly scale: TimeScale;
  readonly hue: string;
  readonly atSeconds: number | null;
}

/** A van's day as it is driven: served stops solid, failed ones hollow in red, expected ones hollow, breaks hatched. */
export const LiveRowPaths = memo(function LiveRowPaths({ route, live, scale, hue, atSeconds }: LiveRowPathsProps) {
  const paths = livePaths(route, live, scale, atSeconds);
  return (
    <g data-testid="live-blocks">
      <ShiftBand shift={route.rules.shift} scale={scale} />
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
