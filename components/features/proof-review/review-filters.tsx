"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Chip } from "@/components/ui/chip";
import { DatePicker } from "@/components/ui/date-picker";
import { Select } from "@/components/ui/select";
import { FLAG_KINDS, type FlagKind } from "@/server/domain/proof/evidence-flags";
import { type ReviewFilter, type ReviewLine, SHOWN, type Shown } from "./review-filter";

export type ReviewFiltersProps = {
  lines: readonly ReviewLine[];
  filter: ReviewFilter;
  date: string | null;
  onDate: (date: string | null) => void;
  onChange: (change: Partial<ReviewFilter>) => void;
};

const ALL = "all";

/** What of the queue is shown; only drivers and flags that occur are offered. */
export function ReviewFilters({ lines, filter, date, onDate, onChange }: ReviewFiltersProps) {
  const t = useWords("proofReview");
  const drivers = new Map(lines.flatMap(({ driverId, driverName }) => (driverId ? [[driverId, driverName]] : [])));
  const flags = FLAG_KINDS.filter((kind) => lines.some((line) => line.flags.includes(kind)));
  return (
    <div className="flex shrink-0 flex-col gap-2 border-line border-b bg-surface p-3">
      <div className="flex items-center justify-between gap-2">
        <DatePicker label={t("day")} hideLabel value={date ?? ""} onValueChange={(next) => onDate(next || null)} />
        <Chip selected={date === null} onClick={() => onDate(null)}>
          {t("openDays")}
        </Chip>
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Select<Shown>
          label={t("show")}
          hideLabel
          size="sm"
          options={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
          value={filter.show}
          onValueChange={(show) => onChange({ show })}
        />
        <Select
          label={t("driver")}
          hideLabel
          size="sm"
          options={[
            { value: ALL, label: t("allDrivers") },
            ...[...drivers].map(([value, label]) => ({ value: value!, label: label! })),
          ]}
          value={filter.driverId ?? ALL}
          onValueChange={(driverId) => onChange({ driverId: driverId === ALL ? null : driverId })}
        />
        <Select
          label={t("flagFilter")}
          hideLabel
          size="sm"
          className="col-span-2"
          options={[
            { value: ALL, label: t("anyFlag") },
            ...flags.map((value) => ({ value, label: t(`flag.${value}`) })),
          ]}
          value={filter.flag ?? ALL}
          onValueChange={(flag) => onChange({ flag: flag === ALL ? null : (flag as FlagKind) })}
        />
      </div>
    </div>
  );
}
