"use client";
import type { Project } from "@/components/lib/use-chosen-project";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ImportSettings } from "@/server/domain/intake/import-settings";
import { MODE_WORDS } from "./mode-words";

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

const DATE_ORDERS = [
  { value: "ask", label: "Refuse such dates" },
  { value: "day-first", label: "3 April" },
  { value: "month-first", label: "March 4" },
] as const;

/** What becomes of orders whose number is here already. */
function ModeChoice({ value, onChange }: Pick<ImportDefaultsProps, "value" | "onChange">) {
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-semibold text-md">Orders that are here already</legend>
      {MODE_WORDS.map((mode) => (
        <label
          key={mode.value}
          className="flex cursor-pointer items-start gap-2.5 rounded-md border border-line px-3 py-2 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name="mode"
            value={mode.value}
            checked={value.mode === mode.value}
            onChange={() => onChange({ mode: mode.value })}
            className="mt-1 accent-(--accent)"
          />
          <span>
            <span className="block font-medium">{mode.label}</span>
            <span className="block text-pretty text-ink-muted text-sm">{mode.explains}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What to assume where the file is silent, and what to do with orders that are here already. */
export function ImportDefaults({ value, project, onChange, errors }: ImportDefaultsProps) {
  return (
    <div className="flex flex-col gap-5">
      <ModeChoice value={value} onChange={onChange} />
      <fieldset className="grid grid-cols-2 gap-3">
        <legend className="mb-1.5 font-semibold text-md">Where the file says nothing</legend>
        <TextField
          label="Service day"
          type="date"
          hint="Empty: without a day"
          value={value.serviceDate ?? ""}
          onValueChange={(serviceDate) => onChange({ serviceDate: serviceDate || undefined })}
          className="col-span-2"
        />
        <TextField
          label="Country"
          placeholder={project?.defaultCountry}
          maxLength={2}
          inputClassName="uppercase"
          error={errors.country}
          value={value.country ?? ""}
          onValueChange={(country) => onChange({ country: country.toUpperCase() || undefined })}
        />
        <TextField
          label="Minutes at the door"
          inputMode="decimal"
          placeholder={project ? String(project.defaultServiceSeconds / 60) : undefined}
          error={errors.serviceMinutes}
          value={value.serviceMinutes}
          onValueChange={(serviceMinutes) => onChange({ serviceMinutes })}
        />
        <Select
          label="How 03/04 is meant"
          options={DATE_ORDERS}
          value={value.dateOrder ?? "ask"}
          onValueChange={(order) => onChange({ dateOrder: order === "ask" ? undefined : order })}
          className="col-span-2"
        />
      </fieldset>
    </div>
  );
}
