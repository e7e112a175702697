import { memo, type ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { useLiveDay } from "../live/live-day-context";
import { routePaths } from "./route-blocks";
import { ShiftBand } from "./shift-band";
import type { TimeScale } from "./time-scale";

export const LATE_HATCH = "timeline-late";
export const WAIT_HATCH = "timeline-wait";
export const BREAK_HATCH = "timeline-break";

export interface RowPathsProps {
  readonly route: BoardRoute;
  readonly scale: TimeScale;
  readonly hue: string;
}

/** The shift behind, then driving, loading again, checking in, waiting and serving; what is late is hatched in red instead. */
export const RowPaths = memo(function RowPaths({ route, scale, hue }: RowPathsProps) {
  const paths = routePaths(route, scale);
  return (
    <>
      <ShiftBand shift={route.rules.shift} scale={scale} />
      <path d={paths.drive} fill={hue} fillOpacity={0.75} />
      <path d={paths.load} className="fill-surface" stroke={hue} strokeWidth={1.5} />
      <path d={paths.checkIn} fill={hue} fillOpacity={0.4} />
      <path d={paths.wait} fill={`url(#${WAIT_HATCH})`} />
      <path
        data-kind="break"
        d={paths.break}
        className="stroke-ink-muted"
        fill={`url(#${BREAK_HATCH})`}
        strokeWidth={1}
      />
      <path data-kind="service" d={paths.service} fill={hue} />
      <path d={paths.late} fill={`url(#${LATE_HATCH})`} />
      <path d={paths.over} className="fill-alert" />
    </>
  );
});

/** The hatchings the rows refer to; once per page. */
export function TimelineHatches() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <pattern id={LATE_HATCH} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-alert-soft" />
        <rect width="3.5" height="6" className="fill-alert" />
      </pattern>
      <pattern id={WAIT_HATCH} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.2" height="4" className="fill-ink-muted" />
      </pattern>
      <pattern id={BREAK_HATCH} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" className="fill-surface" />
        <circle cx="2.5" cy="2.5" r="0.9" className="fill-ink-muted" />
      </pattern>
    </svg>
  );
}

/** What the blocks mean, once routes are driven and while they are planned. */
export function TimelineLegend() {
  return useLiveDay() ? <DrivenLegend /> : <PlannedLegend />;
}

function DrivenLegend() {
  const t = useWords("boardLive");
  const entries = [
    {
      label: t("legend.planned"),
      mark: <rect y={2} width={18} height={4} className="fill-ink-muted" fillOpacity={0.5} />,
    },
    { label: t("legend.drive"), mark: <rect y={6} width={18} height={2} className="fill-ink" /> },
    { label: t("legend.served"), mark: <rect y={1} width={18} height={12} className="fill-ink" /> },
    {
      label: t("legend.failed"),
      mark: <rect x={1} y={1} width={16} height={12} className="fill-surface stroke-alert" strokeWidth={1.5} />,
    },
    {
      label: t("legend.expected"),
      mark: <rect x={1} y={2} width={16} height={10} className="fill-ink/20 stroke-ink" />,
    },
    { label: t("legend.late"), mark: <rect y={1} width={18} height={12} fill={`url(#${LATE_HATCH})`} /> },
    { label: t("legend.break"), mark: <rect y={3} width={18} height={8} fill={`url(#${WAIT_HATCH})`} /> },
  ];
  return <LegendList entries={entries} />;
}

function PlannedLegend() {
  const t = useWords("boardTimeline");
  const entries = [
    { label: t("block.drive"), mark: <rect y={6} width={18} height={2} className="fill-ink" /> },
    { label: t("block.service"), mark: <rect y={1} width={18} height={12} className="fill-ink" /> },
    {
      label: t("block.load"),
      mark: <rect x={1} y={1} width={16} height={12} className="fill-surface stroke-ink" strokeWidth={1.5} />,
    },
    { label: t("block.checkIn"), mark: <rect y={3} width={18} height={8} className="fill-ink" fillOpacity={0.4} /> },
    { label: t("block.wait"), mark: <rect y={3} width={18} height={8} fill={`url(#${WAIT_HATCH})`} /> },
    {
      label: t("block.break"),
      mark: <rect x={0.5} y={1.5} width={17} height={11} className="stroke-ink-muted" fill={`url(#${BREAK_HATCH})`} />,
    },
    { label: t("block.late"), mark: <rect y={1} width={18} height={12} fill={`url(#${LATE_HATCH})`} /> },
    { label: t("block.over"), mark: <rect y={11} width={18} height={2} className="fill-alert" /> },
    {
      label: t("block.promised"),
      mark: <path d="M1 13V1h16v12" fill="none" className="stroke-ink" strokeWidth={1.5} />,
    },
    { label: t("block.shift"), mark: <rect width={18} height={14} rx={3} className="fill-pressed" /> },
  ];
  return <LegendList entries={entries} />;
}

function LegendList({ entries }: { entries: readonly { readonly label: string; readonly mark: ReactNode }[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {entries.map(({ label, mark }) => (
        <li key={label} className="flex items-center gap-2.5">
          <svg width={18} height={14} aria-hidden="true">
            {mark}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
