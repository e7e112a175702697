import { formatTimeOfDay } from "@/components/lib/format";
import { pixelsAt, type TimeScale, ticks } from "./time-scale";
import { LABEL_PIXELS } from "./timeline-row";

/** The hours above the rows; they stay in view while the rows scroll. */
export function TimelineAxis({ scale, zone }: { scale: TimeScale; zone: string }) {
  return (
    <div
      className="sticky top-0 z-20 flex h-6 border-line border-b bg-surface"
      style={{ width: LABEL_PIXELS + scale.widthPixels }}
    >
      <div
        className="sticky left-0 z-10 flex shrink-0 items-center border-line border-r bg-surface px-2 text-ink-muted text-xs"
        style={{ width: LABEL_PIXELS }}
      >
        {zone}
      </div>
      <div className="relative shrink-0" style={{ width: scale.widthPixels }} aria-hidden="true">
        {ticks(scale).map((seconds) => (
          <span
            key={seconds}
            className="absolute top-0 flex h-full items-center border-line border-l pl-1 text-ink-muted text-xs tabular-nums"
            style={{ left: pixelsAt(scale, seconds) }}
          >
            {seconds < scale.toSeconds ? formatTimeOfDay(seconds) : ""}
          </span>
        ))}
      </div>
    </div>
  );
}
