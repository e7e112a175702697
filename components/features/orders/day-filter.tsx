"use client";
import clsx from "clsx";
import { CalendarDays, ChevronDown } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { Popover } from "@/components/ui/popover";

export type DayFilterProps = {
  /** A day, "none" for orders without one, null for any. */
  value: string | null;
  today: string;
  onChange: (value: string | null) => void;
};

/** Which service day the list shows. */
export function DayFilter({ value, today, onChange }: DayFilterProps) {
  const t = useWords("orders");
  const [open, setOpen] = useState(false);
  const isDay = value !== null && value !== "none";
  const text = value === null ? t("anyDay") : value === "none" ? t("withoutDay") : t.format.date(value);
  function take(next: string | null) {
    onChange(next);
    setOpen(false);
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t("serviceDay")}
      trigger={
        <Button
          size="sm"
          icon={<CalendarDays aria-hidden="true" />}
          className={clsx(value !== null && "border-accent bg-accent-soft text-accent")}
        >
          <span className="inline-flex items-center gap-1">
            {text}
            <ChevronDown aria-hidden="true" className="size-3.5 opacity-70" />
          </span>
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <DatePicker label={t("day")} hideLabel value={isDay ? value : today} onValueChange={onChange} />
        <div className="flex gap-1.5">
          <Button size="sm" onClick={() => take(today)}>
            {t("today")}
          </Button>
          <Button size="sm" onClick={() => take("none")}>
            {t("withoutDay")}
          </Button>
          <Button size="sm" onClick={() => take(null)}>
            {t("anyDay")}
          </Button>
        </div>
      </div>
    </Popover>
  );
}
