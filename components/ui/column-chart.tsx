import clsx from "clsx";
import { ChartLegend, OTHER_BAR } from "./chart-legend";
import { type ChartScale, chartScale } from "./chart-scale";

export interface ChartColumn {
  readonly id: string;
  /** Below the axis, where there is room for it. */
  readonly label: string;
  /** Null: nothing was measured, which is not nought. */
  readonly value: number | null;
  /** A second one beside it. */
  readonly other?: number | null;
}

export type ColumnChartProps = {
  columns: readonly ChartColumn[];
  /** The value with its unit. */
  say: (value: number) => string;
  scale?: { base?: number; high?: number };
  /** What the columns, and the others beside them, are. */
  legend?: readonly [string, string];
};

/** With more columns than this a value above each would be unreadable. */
const MOST_VALUES = 14;
const MOST_LABELS = 7;

/**
 * Columns over an axis with units, each with its value where there is room. A picture only: whoever shows it has the same
 * numbers in a table beside it.
 */
export function ColumnChart({ columns, say, scale, legend }: ColumnChartProps) {
  const values = columns.flatMap(({ value, other }) => [value, other ?? null]).filter((value) => value !== null);
  const axis = chartScale(values, scale);
  const every = Math.ceil(columns.length / MOST_LABELS);
  return (
    <div aria-hidden="true">
      {legend ? <ChartLegend words={legend} /> : null}
      <div className="grid grid-cols-[auto_1fr] gap-x-2">
        <div className="relative h-48 w-max">
          <span className="invisible block h-0 whitespace-nowrap text-sm tabular-nums">
            {axis.ticks.map(say).reduce((longest, each) => (each.length > longest.length ? each : longest), "")}
          </span>
          {axis.ticks.map((tick) => (
            <span
              key={tick}
              className="absolute right-0 translate-y-1/2 whitespace-nowrap text-ink-muted text-sm tabular-nums"
              style={{ bottom: `${heightOf(axis, tick)}%` }}
            >
              {say(tick)}
            </span>
          ))}
        </div>
        <div className="relative mt-0 h-48 min-w-0">
          {axis.ticks.map((tick) => (
            <span
              key={tick}
              className={clsx("absolute inset-x-0 border-t", tick === 0 ? "border-line-control" : "border-line")}
              style={{ bottom: `${heightOf(axis, tick)}%` }}
            />
          ))}
          <div className="absolute inset-0 flex items-stretch gap-0.5">
            {columns.map((column) => (
              <Column key={column.id} column={column} axis={axis} say={say} isTold={columns.length <= MOST_VALUES} />
            ))}
          </div>
        </div>
        <span />
        <div className="mt-1 flex gap-0.5">
          {columns.map(({ id, label }, at) => (
            <span key={id} className="min-w-0 max-w-20 flex-1 overflow-visible text-center text-ink-muted text-sm">
              {at % every === 0 ? <span className="-mx-6 inline-block whitespace-nowrap px-0.5">{label}</span> : null}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

type ColumnProps = { column: ChartColumn; axis: ChartScale; say: (value: number) => string; isTold: boolean };

function Column({ column: { label, value, other }, axis, say, isTold }: ColumnProps) {
  const bars = other === undefined ? [value] : [value, other];
  const said = bars.map((bar) => (bar === null ? "–" : say(bar))).join(" / ");
  return (
    <div title={`${label}: ${said}`} className="relative flex min-w-0 max-w-20 flex-1 gap-px hover:bg-hover">
      {bars.map((bar, at) => (
        <span key={at === 0 ? "value" : "other"} className="relative min-w-0 flex-1">
          {bar === null ? null : <Bar value={bar} axis={axis} isOther={at === 1} told={isTold ? say(bar) : null} />}
        </span>
      ))}
    </div>
  );
}

function Bar({
  value,
  axis,
  isOther,
  told,
}: {
  value: number;
  axis: ChartScale;
  isOther: boolean;
  told: string | null;
}) {
  const zero = heightOf(axis, 0);
  const end = heightOf(axis, value);
  return (
    <>
      <span
        className={clsx(
          "absolute inset-x-0 min-h-px",
          isOther ? OTHER_BAR : "bg-accent",
          value >= 0 ? "rounded-t-xs" : "rounded-b-xs",
        )}
        style={{ bottom: `${Math.min(zero, end)}%`, height: `${Math.abs(end - zero)}%` }}
      />
      {told === null ? null : (
        <span
          className="absolute inset-x-0 z-1 whitespace-nowrap text-center text-sm tabular-nums"
          style={{ bottom: `${Math.max(zero, end)}%` }}
        >
          <span className="-mx-4 inline-block rounded-xs bg-surface/80 px-0.5">{told}</span>
        </span>
      )}
    </>
  );
}

/** In percent of the plot's height. */
function heightOf({ low, high }: ChartScale, value: number): number {
  return ((value - low) / (high - low)) * 100;
}
