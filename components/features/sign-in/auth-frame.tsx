import type { ReactNode } from "react";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { Wordmark } from "@/components/ui/wordmark";

const block = 56;
const street = 14;
const pitch = block + street;
const columns = 16;
const rows = 16;
/** Blocks that are parks, as "column:row". */
const parks = new Set(["5:6", "6:6", "5:7", "9:4", "12:9", "4:12", "5:12"]);

/** City blocks with cut corners, and one day's round drawn through the streets between them. */
function CityPlan() {
  const cut = 12;
  const shape = `M${cut} 0H${block - cut}L${block} ${cut}V${block - cut}L${block - cut} ${block}H${cut}L0 ${block - cut}V${cut}Z`;
  const at = (column: number, row: number) => `${column * pitch - street / 2} ${row * pitch - street / 2}`;
  const round = `M${at(3, 11)}V${4 * pitch - street / 2}H${7 * pitch - street / 2}V${7 * pitch - street / 2}H${10 * pitch - street / 2}V${11 * pitch - street / 2}Z`;
  const stops = [
    [3, 8],
    [3, 5],
    [5, 4],
    [7, 6],
    [9, 7],
    [10, 9],
    [7, 11],
  ] as const;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${columns * pitch} ${rows * pitch}`}
      preserveAspectRatio="xMidYMid slice"
      className="absolute inset-0 size-full"
    >
      {Array.from({ length: columns * rows }, (_, at) => {
        const [column, row] = [at % columns, Math.floor(at / columns)];
        return (
          <path
            key={`${column}:${row}`}
            d={shape}
            transform={`translate(${column * pitch} ${row * pitch})`}
            className={parks.has(`${column}:${row}`) ? "fill-ok-soft" : "fill-canvas"}
          />
        );
      })}
      <path d={round} fill="none" strokeWidth="5" strokeLinejoin="round" className="stroke-accent" />
      {stops.map(([column, row], index) => (
        <g key={`${column}:${row}`} transform={`translate(${at(column, row)})`}>
          <circle r="11" className="fill-surface stroke-accent" strokeWidth="3.5" />
          <text y="4" textAnchor="middle" className="fill-ink font-semibold text-[11px] tabular-nums">
            {index + 1}
          </text>
        </g>
      ))}
      <rect
        x={3 * pitch - street / 2 - 11}
        y={11 * pitch - street / 2 - 11}
        width="22"
        height="22"
        rx="5"
        className="fill-accent stroke-surface"
        strokeWidth="3"
      />
    </svg>
  );
}

/** The page that the signed-out forms share. */
export function AuthFrame({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(28rem,5fr)_7fr]">
      <main className="flex flex-col bg-surface px-6 py-6 sm:px-10">
        <Wordmark />
        <div className="mx-auto flex w-full max-w-88 flex-1 flex-col justify-start pt-[12vh] pb-10">{children}</div>
        <footer className="flex items-center justify-end">
          <ThemeSwitch />
        </footer>
      </main>
      <aside className="relative hidden overflow-hidden border-line border-l bg-surface-sunken lg:block">
        <CityPlan />
      </aside>
    </div>
  );
}
