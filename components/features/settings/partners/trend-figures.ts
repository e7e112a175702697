import { writeCsv } from "@/server/domain/intake/write-csv";
import type { Trend, TrendRow } from "./partner-words";

/** What several stretches of a partner's days add up to. */
export interface TrendFigures {
  readonly deliveries: number;
  readonly delivered: number;
  readonly failed: number;
  readonly promised: number;
  readonly onTime: number;
  readonly missedPickups: number;
  readonly decided: number;
  readonly accepted: number;
  readonly answered: number;
  /** Of all answers; null: there was none. */
  readonly meanAnswerSeconds: number | null;
}

const COUNTS = [
  "deliveries",
  "delivered",
  "failed",
  "promised",
  "onTime",
  "missedPickups",
  "decided",
  "accepted",
  "answered",
] as const;

export function addedUp(rows: readonly TrendRow[]): TrendFigures {
  const sum = (key: (typeof COUNTS)[number]) => rows.reduce((total, row) => total + row[key], 0);
  const counts = Object.fromEntries(COUNTS.map((key) => [key, sum(key)])) as Record<(typeof COUNTS)[number], number>;
  const seconds = rows.reduce((total, row) => total + (row.meanAnswerSeconds ?? 0) * row.answered, 0);
  return { ...counts, meanAnswerSeconds: counts.answered === 0 ? null : seconds / counts.answered };
}

/** Every stretch of every partner as a spreadsheet takes it. */
export function trendCsv({ buckets, partners, rows, unit }: Trend): string {
  const headings = ["partner", unit, ...COUNTS, "mean_answer_seconds"];
  const lines = partners.flatMap(({ id, name }) =>
    buckets.map((bucket) => {
      const own = addedUp(rows.filter((row) => row.partnerId === id && row.bucket === bucket));
      const mean = own.meanAnswerSeconds === null ? "" : own.meanAnswerSeconds.toFixed(1);
      return [name, bucket, ...COUNTS.map((key) => String(own[key])), mean];
    }),
  );
  return writeCsv([headings, ...lines]);
}
