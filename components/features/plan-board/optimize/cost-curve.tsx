import { useWords } from "@/components/lib/words/words-context";
import type { OptimizationProgress } from "@/server/domain/plan/optimization-run";

const WIDTH = 296;
const HEIGHT = 44;

/** The best cost over the time of the search: flat means that more time will bring little. */
export function CostCurve({ curve }: { curve: OptimizationProgress["curve"] }) {
  const t = useWords("boardOptimize");
  const [first] = curve;
  const last = curve.at(-1);
  if (!first || !last || curve.length < 2) return <div style={{ height: HEIGHT }} />;
  const [low, high] = [last[1], first[1]];
  const span = Math.max(1, last[0] - first[0]);
  const x = (seconds: number) => ((seconds - first[0]) / span) * WIDTH;
  const y = (cents: number) => 3 + (high === low ? 0 : (1 - (cents - low) / (high - low)) * (HEIGHT - 6));
  const steps = curve
    .map(([seconds, cents], index) => (index === 0 ? `M${x(seconds)} ${y(cents)}` : `H${x(seconds)} V${y(cents)}`))
    .join(" ");
  const saved = high > 0 ? Math.round((1 - low / high) * 100) : 0;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="h-11 w-full"
      preserveAspectRatio="none"
      role="img"
      aria-label={t("bestCost", { percent: saved })}
    >
      <path d={steps} fill="none" className="stroke-accent" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
