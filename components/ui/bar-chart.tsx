import clsx from "clsx";
import { ChartLegend, OTHER_BAR } from "./chart-legend";
import type { ChartColumn } from "./column-chart";

export type BarChartProps = {
  bars: readonly ChartColumn[];
  say: (value: number) => string;
  high?: number;
  /** What the bars, and the others below them, are. */
  legend?: readonly [string, string];
};

/** Names with bars and their values, from a common nought. A picture only, like `ColumnChart`. */
export function BarChart({ bars, say, high = 0, legend }: BarChartProps) {
  const sizes = bars.flatMap(({ value, other }) => [Math.abs(value ?? 0), Math.abs(other ?? 0)]);
  const most = Math.max(high, ...sizes) || 1;
  return (
    <div aria-hidden="true">
      {legend ? <ChartLegend words={legend} /> : null}
      <ul className="grid grid-cols-[minmax(4rem,max-content)_1fr] items-center gap-x-3 gap-y-1.5">
        {bars.map(({ id, label, value, other }) => (
          <li key={id} className="col-span-2 grid grid-cols-subgrid items-center">
            <span className="max-w-48 truncate" title={label}>
              {label}
            </span>
            <span className="flex flex-col gap-0.5">
              <Bar value={value} {...{ say, most }} />
              {other === undefined ? null : <Bar value={other} isOther {...{ say, most }} />}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type BarProps = { value: number | null; isOther?: boolean; say: (value: number) => string; most: number };

function Bar({ value, isOther = false, say, most }: BarProps) {
  return (
    <span className="flex items-center gap-2">
      <span className="h-4 min-w-0 flex-1">
        <span
          className={clsx(
            "block h-full rounded-r-xs",
            value !== null && "min-w-px",
            isOther ? value !== null && OTHER_BAR : (value ?? 0) < 0 ? "bg-ink-muted" : "bg-accent",
          )}
          style={{ width: `${(Math.abs(value ?? 0) / most) * 100}%` }}
        />
      </span>
      <span className="w-20 shrink-0 text-right tabular-nums">{value === null ? "–" : say(value)}</span>
    </span>
  );
}
