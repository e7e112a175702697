"use client";
import { useWords } from "@/components/lib/words/words-context";
import { DatePicker } from "@/components/ui/date-picker";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { BREAKDOWNS, type Breakdown } from "@/server/domain/analytics/breakdown";
import { PERIODS, type Period, type Span } from "./report-period";

export type ReportFiltersProps = {
  period: Period;
  span: Span;
  today: string;
  by: Breakdown;
  onChange: (change: { period?: Period; from?: string; to?: string; by?: Breakdown }) => void;
};

/** Of which days, and told apart by what. */
export function ReportFilters({ period, span, today, by, onChange }: ReportFiltersProps) {
  const t = useWords("reports");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-surface px-4 py-2 sm:px-5">
      <Select
        label={t("period")}
        hideLabel
        size="sm"
        className="w-40"
        options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
        value={period}
        onValueChange={(next) =>
          onChange({ period: next, ...(next === "own" && { from: span.fromDate, to: span.toDate }) })
        }
      />
      {period === "own" ? (
        <span className="flex flex-wrap items-center gap-2">
          <DatePicker
            label={t("from")}
            hideLabel
            steps={false}
            max={today}
            value={span.fromDate}
            onValueChange={(from) => onChange({ from, to: span.toDate })}
          />
          <span aria-hidden="true">–</span>
          <DatePicker
            label={t("to")}
            hideLabel
            steps={false}
            value={span.toDate}
            onValueChange={(to) => onChange({ from: span.fromDate, to })}
          />
        </span>
      ) : (
        <span className="text-ink-muted tabular-nums">
          {t("days", { from: t.format.date(span.fromDate), to: t.format.date(span.toDate) })}
        </span>
      )}
      <SegmentedControl
        label={t("by")}
        size="sm"
        options={BREAKDOWNS.map((value) => ({ value, label: t(`by.${value}`) }))}
        value={by}
        onValueChange={(next) => onChange({ by: next })}
      />
    </div>
  );
}
