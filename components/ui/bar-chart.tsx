import clsx from "clsx";
import type { ChartColumn } from "./column-chart";

export type BarChartProps = { bars: readonly ChartColumn[]; say: (value: number) => string; high?: number };

/** Names with bars and their values, from a common nought. A picture only, like `ColumnChart`. */
export function BarChart({ bars, say, high = 0 }: BarChartProps) {
  const most = Math.max(high, ...bars.map(({ value }) => Math.abs(value ?? 0))) || 1;
  return (
    <ul aria-hidden="true" className="grid grid-cols-[minmax(4rem,max-content)_1fr] items-center gap-x-3 gap-y-1.5">
      {bars.map(({ id, label, value }) => (
        <li key={id} className="col-span-2 grid grid-cols-subgrid items-center">
          <span className="max-w-48 truncate" title={label}>
            {label}
          </span>
          <span className="flex items-center gap-2">
            <span className="h-4 min-w-0 flex-1">
              <span
                className={clsx(
                  "block h-full rounded-r-xs",
                  value !== null && "min-w-px",
                  (value ?? 0) < 0 ? "bg-ink-muted" : "bg-accent",
                )}
                style={{ width: `${(Math.abs(value ?? 0) / most) * 100}%` }}
              />
            </span>
            <span className="w-20 shrink-0 text-right tabular-nums">{value === null ? "–" : say(value)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
