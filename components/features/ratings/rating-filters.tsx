"use client";
import { useWords } from "@/components/lib/words/words-context";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { PERIODS, type Period, SHOWN, type Shown } from "./rating-filter";

export type RatingFiltersProps = {
  period: Period;
  show: Shown;
  onChange: (change: { period?: Period; show?: Shown }) => void;
};

/** Of which days, and which of them. */
export function RatingFilters({ period, show, onChange }: RatingFiltersProps) {
  const t = useWords("ratings");
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2 border-line border-b bg-surface px-4 py-2 sm:px-5">
      <SegmentedControl
        label={t("period")}
        size="sm"
        options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
        value={period}
        onValueChange={(next) => onChange({ period: next })}
      />
      <SegmentedControl
        label={t("show")}
        size="sm"
        options={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
        value={show}
        onValueChange={(next) => onChange({ show: next })}
      />
    </div>
  );
}
