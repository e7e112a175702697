"use client";
import { useState } from "react";
import { formatTimeOfDay } from "@/components/lib/format";
import { TextField } from "@/components/ui/text-field";
import { parseClock } from "./parse-clock";

export interface ClockFieldProps {
  readonly label: string;
  readonly seconds: number;
  readonly onSecondsChange: (seconds: number) => void;
  readonly disabled?: boolean;
}

/** A time of the service day, which may lie past midnight ("02:00 +1"); browsers' own time fields know no such thing. */
export function ClockField({ label, seconds, onSecondsChange, disabled }: ClockFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = draft === null ? seconds : parseClock(draft);
  return (
    <TextField
      label={label}
      hideLabel
      disabled={disabled}
      value={draft ?? formatTimeOfDay(seconds)}
      aria-invalid={parsed === null}
      inputMode="numeric"
      autoComplete="off"
      inputClassName="tabular-nums"
      onValueChange={(text) => {
        setDraft(text);
        const next = parseClock(text);
        if (next !== null) onSecondsChange(next);
      }}
      onBlur={() => setDraft(null)}
    />
  );
}
