"use client";
import type { useDraft } from "@/components/lib/use-draft";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ProjectDraft } from "./project-draft";

const DAYS = [
  { value: "0", label: "On the day itself" },
  { value: "1", label: "The day before" },
  { value: "2", label: "2 days before" },
  { value: "3", label: "3 days before" },
];

export type CutoffFieldsProps = {
  draft: ReturnType<typeof useDraft<ProjectDraft>>;
  mayEdit: boolean;
};

/** Until when a day's orders are to be settled: the board counts down to it. */
export function CutoffFields({ draft: { values, errors, set }, mayEdit }: CutoffFieldsProps) {
  return (
    <>
      <TextField
        label="Cut-off"
        type="time"
        hint="When a day's orders are to be settled; the board counts down to it. Empty: never."
        value={values.cutoffTime}
        onValueChange={(time) => set("cutoffTime", time)}
        error={errors.cutoffTime}
      />
      <Select
        label="Day of the cut-off"
        disabled={!mayEdit || values.cutoffTime === ""}
        options={DAYS}
        value={String(values.cutoffDaysBefore)}
        onValueChange={(days) => set("cutoffDaysBefore", Number(days))}
      />
    </>
  );
}
