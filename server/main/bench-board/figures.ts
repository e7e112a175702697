/** What the board is held to; the figure's name carries its unit. */
export const TARGETS = {
  panOverEmptyMedianMilliseconds: 8,
  panOverEmptyP95Milliseconds: 12,
  domNodes: 3_000,
  usableWarmMilliseconds: 1_500,
  usableColdMilliseconds: 3_000,
  firstPayloadKilobytes: 150,
  dropToPaintP75Milliseconds: 100,
  interactionToPaintP75Milliseconds: 100,
  moveConfirmedP50Milliseconds: 120,
  moveConfirmedP95Milliseconds: 300,
  bulkPreviewP95Milliseconds: 1_500,
  lassoMilliseconds: 50,
  selectMilliseconds: 30,
  heapGrowthMegabytes: 2,
} as const;

export type Figures = Readonly<Record<string, unknown>>;

/** One line a figure: what was measured, what is wanted, their ratio; then everything else that was seen. */
export function printFigures(figures: Figures): void {
  console.log(`\n${"figure".padEnd(38)}${"measured".padStart(10)}${"target".padStart(10)}${"ratio".padStart(8)}`);
  for (const [name, target] of Object.entries(TARGETS)) {
    const value = figures[name];
    if (typeof value !== "number") continue;
    const ratio = (value / target).toFixed(2);
    console.log(
      `${name.padEnd(38)}${rounded(value).padStart(10)}${String(target).padStart(10)}${ratio.padStart(8)}${value > target ? "  over" : ""}`,
    );
  }
  console.log("");
  for (const [name, value] of Object.entries(figures)) {
    if (name in TARGETS) continue;
    console.log(`  ${name.padEnd(36)}${typeof value === "number" ? rounded(value) : JSON.stringify(value)}`);
  }
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);
