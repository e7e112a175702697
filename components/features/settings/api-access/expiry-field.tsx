"use client";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useWords } from "@/components/lib/words/words-context";
import { DatePicker } from "@/components/ui/date-picker";
import { Select } from "@/components/ui/select";
import { endOfDay } from "./key-words";

const SPANS = ["30", "90", "365", "never", "date"] as const;
export type ExpirySpan = (typeof SPANS)[number] | "kept";
const DAY_MS = 86_400_000;

/** When a key ends, as it is chosen: in so many days, never, on a day, or as it was. */
export interface ExpiryDraft {
  readonly span: ExpirySpan;
  /** "YYYY-MM-DD", where a day is chosen. */
  readonly date: string;
}

/** The instant a choice means; null: never, undefined: as it was. */
export function expiryOf({ span, date }: ExpiryDraft, now: Date): Date | null | undefined {
  if (span === "kept") return undefined;
  if (span === "never") return null;
  return span === "date" ? endOfDay(date) : new Date(now.getTime() + Number(span) * DAY_MS);
}

/** Today, as this browser's calendar has it. */
export function today(): string {
  return new Intl.DateTimeFormat("sv-SE").format(new Date());
}

export type ExpiryFieldProps = {
  value: ExpiryDraft;
  /** When the key ends now, of one that is there; absent: it is made. */
  kept?: Date | null;
  error: string | undefined;
  onChange: (value: ExpiryDraft) => void;
};

export function ExpiryField({ value, kept, error, onChange }: ExpiryFieldProps) {
  const t = useWords("settingsApiAccess");
  const keptLabel = kept ? t("endsAt", { time: t.format.instant(kept, browserTimeZone()) }) : t("span.never");
  const options = SPANS.filter((span) => kept === undefined || kept !== null || span !== "never").map((span) => ({
    value: span as ExpirySpan,
    label: t(`span.${span}`),
  }));
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        label={t("ends")}
        className="w-56"
        options={kept === undefined ? options : [{ value: "kept", label: keptLabel }, ...options]}
        value={value.span}
        error={value.span === "date" ? undefined : error}
        onValueChange={(span) => onChange({ ...value, span })}
      />
      {value.span === "date" ? (
        <DatePicker
          label={t("lastDay")}
          value={value.date}
          min={today()}
          steps={false}
          error={error}
          onValueChange={(date) => onChange({ ...value, date })}
        />
      ) : null}
    </div>
  );
}
