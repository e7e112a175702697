"use client";
import type { useDraft } from "@/components/lib/use-draft";
import { WEEKDAY_NUMBERS, weekdayName } from "@/components/lib/weekdays";
import { useWords } from "@/components/lib/words/words-context";
import { Chip } from "@/components/ui/chip";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { OfferDraft } from "./slot-draft";

const DAYS_BEFORE = [0, 1, 2, 3, 4, 5, 6, 7];

type Draft = ReturnType<typeof useDraft<OfferDraft>>;

/** An offer's window, days, room and cut-off. */
export function OfferFields({ draft }: { draft: Draft }) {
  const t = useWords("settingsSlots");
  const { values, errors, set } = draft;
  const text = (name: "serviceLevel" | "from" | "to" | "capacity" | "cutoffTime" | "daysAhead") => ({
    label: t(`field.${name}`),
    value: values[name],
    onValueChange: (next: string) => set(name, next),
    error: errors[name],
  });
  const endsNextDay = values.from !== "" && values.to !== "" && values.to <= values.from;
  return (
    <>
      <WeekdayField draft={draft} />
      <div className="grid grid-cols-2 gap-4">
        <TextField {...text("from")} type="time" />
        <TextField {...text("to")} type="time" hint={endsNextDay ? t("field.nextDay") : undefined} />
        <TextField {...text("serviceLevel")} hint={t("field.serviceLevelHint")} />
        <TextField {...text("capacity")} inputMode="numeric" hint={t("field.capacityHint")} />
        <Select
          label={t("field.cutoffDay")}
          options={DAYS_BEFORE.map((days) => ({ value: String(days), label: t("field.daysBefore", { days }) }))}
          value={String(values.cutoffDaysBefore)}
          onValueChange={(days) => set("cutoffDaysBefore", Number(days))}
        />
        <TextField {...text("cutoffTime")} type="time" />
        <TextField {...text("daysAhead")} inputMode="numeric" hint={t("field.daysAheadHint")} />
      </div>
    </>
  );
}

function WeekdayField({ draft: { values, errors, set } }: { draft: Draft }) {
  const t = useWords("settingsSlots");
  const { weekdays } = values;
  const toggle = (day: number) =>
    set("weekdays", weekdays.includes(day) ? weekdays.filter((each) => each !== day) : [...weekdays, day].sort());
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium text-sm">{t("field.weekdays")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {WEEKDAY_NUMBERS.map((day) => (
          <Chip key={day} selected={weekdays.includes(day)} onClick={() => toggle(day)}>
            {weekdayName(t.format.reader.locale, day)}
          </Chip>
        ))}
      </div>
      {errors.weekdays ? (
        <p role="alert" className="text-alert text-sm">
          {errors.weekdays}
        </p>
      ) : null}
    </fieldset>
  );
}
