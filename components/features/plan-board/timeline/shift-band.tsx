import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { ROW_PIXELS } from "./route-blocks";
import { pixelsAt, type TimeScale } from "./time-scale";

/** The driver's shift, behind the row's blocks. */
export function ShiftBand({ shift, scale }: { shift: BoardRoute["rules"]["shift"]; scale: TimeScale }) {
  const left = pixelsAt(scale, shift.fromSeconds);
  return (
    <rect
      x={left}
      width={pixelsAt(scale, shift.toSeconds) - left}
      y={2}
      height={ROW_PIXELS - 4}
      rx={4}
      className="fill-surface-sunken"
    />
  );
}
