"use client";
import clsx from "clsx";
import { CalendarDays, ChevronDown } from "lucide-react";
import { useState } from "react";
import { formatDate } from "@/components/lib/format";
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
  const [open, setOpen] = useState(false);
  const isDay = value !== null && value !== "none";
  const text = value === null ? "Any day" : value === "none" ? "Without a day" : formatDate(value);
  function take(next: string | null) {
    onChange(next);
    setOpen(false);
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title="Service day"
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
        <DatePicker label="Day" hideLabel value={isDay ? value : today} onValueChange={onChange} />
        <div className="flex gap-1.5">
          <Button size="sm" onClick={() => take(today)}>
            Today
          </Button>
          <Button size="sm" onClick={() => take("none")}>
            Without a day
          </Button>
          <Button size="sm" onClick={() => take(null)}>
            Any day
          </Button>
        </div>
      </div>
    </Popover>
  );
}
