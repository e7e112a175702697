"use client";
import type { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ProjectDraft } from "./project-draft";

const DAYS_BEFORE = [0, 1, 2, 3];

export type CutoffFieldsProps = {
  draft: ReturnType<typeof useDraft<ProjectDraft>>;
  mayEdit: boolean;
};

/** Until when a day's orders are to be settled: the board counts down to it. */
export function CutoffFields({ draft: { values, errors, set }, mayEdit }: CutoffFieldsProps) {
  const t = useWords("settings");
  return (
    <>
      <TextField
        label={t("cutoff.time")}
        type="time"
        hint={t("cutoff.hint")}
        value={values.cutoffTime}
        onValueChange={(time) => set("cutoffTime", time)}
        error={errors.cutoffTime}
      />
      <Select
        label={t("cutoff.day")}
        disabled={!mayEdit || values.cutoffTime === ""}
        options={DAYS_BEFORE.map((days) => ({ value: String(days), label: t("cutoff.daysBefore", { days }) }))}
        value={String(values.cutoffDaysBefore)}
        onValueChange={(days) => set("cutoffDaysBefore", Number(days))}
      />
    </>
  );
}
