"use client";
import { WEEKDAY_NUMBERS, weekdayName } from "@/components/lib/weekdays";
import { useWords } from "@/components/lib/words/words-context";
import { Chip } from "@/components/ui/chip";
import { TextField } from "@/components/ui/text-field";
import { LineList } from "./line-list";
import type { OrderPartProps } from "./order-basics";
import type { AllowedDaysDraft } from "./order-draft";

/** On which days the order may be made, where that is not left to the desk. */
export function AllowedDaysFields({ draft, errors, onChange }: OrderPartProps) {
  const t = useWords("orderForm");
  const { allowedDays } = draft;
  const set = (change: Partial<AllowedDaysDraft>) => onChange({ allowedDays: { ...allowedDays, ...change } });
  return (
    <div className="flex flex-col gap-3">
      <Weekdays value={allowedDays.weekdays} onChange={(weekdays) => set({ weekdays })} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t("notBefore")}
          type="date"
          error={errors["allowedDays.fromDate"]}
          value={allowedDays.fromDate}
          onValueChange={(fromDate) => set({ fromDate })}
        />
        <TextField
          label={t("notAfter")}
          type="date"
          error={errors["allowedDays.toDate"]}
          value={allowedDays.toDate}
          onValueChange={(toDate) => set({ toDate })}
        />
      </div>
      <LineList
        lines={allowedDays.spans}
        addLabel={t("addSpan")}
        removeLabel={(number) => t("removeSpan", { number })}
        blank={{ from: "", to: "" }}
        onChange={(spans) => set({ spans })}
      >
        {(span, index, patch) => (
          <div className="grid gap-2 sm:grid-cols-2">
            <TextField
              label={t("beginFrom")}
              type="datetime-local"
              error={errors[`allowedDays.spans.${index}.from`]}
              value={span.from}
              onValueChange={(from) => patch({ from })}
            />
            <TextField
              label={t("beginBy")}
              type="datetime-local"
              error={errors[`allowedDays.spans.${index}.to`]}
              value={span.to}
              onValueChange={(to) => patch({ to })}
            />
          </div>
        )}
      </LineList>
    </div>
  );
}

function Weekdays({ value, onChange }: { value: readonly number[]; onChange: (value: number[]) => void }) {
  const t = useWords("orderForm");
  const toggle = (day: number) =>
    onChange(value.includes(day) ? value.filter((each) => each !== day) : [...value, day]);
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium text-sm">{t("onlyWeekdays")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {WEEKDAY_NUMBERS.map((day) => (
          <Chip key={day} selected={value.includes(day)} onClick={() => toggle(day)}>
            {weekdayName(t.format.reader.locale, day)}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
