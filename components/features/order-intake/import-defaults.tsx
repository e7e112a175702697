"use client";
import type { Project } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ImportSettings } from "@/server/domain/intake/import-settings";

export type SettingsDraft = Omit<ImportSettings, "mapping" | "serviceSeconds"> & {
  /** As written; empty: the project's. */
  serviceMinutes: string;
};

export type ImportDefaultsProps = {
  value: SettingsDraft;
  project: Project | null;
  onChange: (change: Partial<SettingsDraft>) => void;
  errors: { country?: string; serviceMinutes?: string };
};

/** What an import does with order numbers that are here already; the usual one first. */
const MODES = ["merge", "create", "update", "replace"] as const;

/** What becomes of orders whose number is here already. */
function ModeChoice({ value, onChange }: Pick<ImportDefaultsProps, "value" | "onChange">) {
  const t = useWords("orderIntake");
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-semibold text-md">{t("known")}</legend>
      {MODES.map((mode) => (
        <label
          key={mode}
          className="flex cursor-pointer items-start gap-2.5 rounded-md border border-line px-3 py-2 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name="mode"
            value={mode}
            checked={value.mode === mode}
            onChange={() => onChange({ mode })}
            className="mt-1 accent-(--accent)"
          />
          <span>
            <span className="block font-medium">{t(`mode.${mode}`)}</span>
            <span className="block text-pretty text-ink-muted text-sm">{t(`modeAbout.${mode}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What to assume where the file is silent, and what to do with orders that are here already. */
export function ImportDefaults({ value, project, onChange, errors }: ImportDefaultsProps) {
  const t = useWords("orderIntake");
  return (
    <div className="flex flex-col gap-5">
      <ModeChoice value={value} onChange={onChange} />
      <fieldset className="grid grid-cols-2 gap-3">
        <legend className="mb-1.5 font-semibold text-md">{t("silent")}</legend>
        <TextField
          label={t("serviceDay")}
          type="date"
          hint={t("emptyDay")}
          value={value.serviceDate ?? ""}
          onValueChange={(serviceDate) => onChange({ serviceDate: serviceDate || undefined })}
          className="col-span-2"
        />
        <TextField
          label={t("country")}
          placeholder={project?.defaultCountry}
          maxLength={2}
          inputClassName="uppercase"
          error={errors.country}
          value={value.country ?? ""}
          onValueChange={(country) => onChange({ country: country.toUpperCase() || undefined })}
        />
        <TextField
          label={t("minutesAtDoor")}
          inputMode="decimal"
          placeholder={project ? String(project.defaultServiceSeconds / 60) : undefined}
          error={errors.serviceMinutes}
          value={value.serviceMinutes}
          onValueChange={(serviceMinutes) => onChange({ serviceMinutes })}
        />
        <Select
          label={t("dateOrder")}
          options={[
            { value: "ask", label: t("datesRefuse") },
            { value: "day-first", label: t("datesDayFirst") },
            { value: "month-first", label: t("datesMonthFirst") },
          ]}
          value={value.dateOrder ?? "ask"}
          onValueChange={(order) => onChange({ dateOrder: order === "ask" ? undefined : order })}
          className="col-span-2"
        />
      </fieldset>
    </div>
  );
}
