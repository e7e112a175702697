"use client";
import { useQuery } from "@tanstack/react-query";
import { languageName } from "@/components/lib/language-name";
import { useTRPC } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import type { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { CountryPicker } from "@/components/ui/country-picker";
import { CurrencyPicker } from "@/components/ui/currency-picker";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { ZonePicker } from "@/components/ui/zone-picker";
import { LANGUAGES } from "@/server/domain/preference/preferences";
import { PROJECT_UNITS } from "@/server/domain/project/project-units";
import { CutoffFields } from "./cutoff-fields";
import type { ProjectDraft } from "./project-draft";

const NO_DEPOT = "none";
const AS_ORGANIZATION = "organization";

export type ProjectFieldsProps = {
  project: Project;
  draft: ReturnType<typeof useDraft<ProjectDraft>>;
  mayEdit: boolean;
};

/** Name, place and defaults of a project. */
export function ProjectFields({ project, draft, mayEdit }: ProjectFieldsProps) {
  const common = useWords("common");
  const t = useWords("settings");
  const { values, errors, set } = draft;
  const isZoneChanged = values.timeZone !== project.timeZone;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={common("name")}
        required
        value={values.name}
        onValueChange={(name) => set("name", name)}
        error={errors.name}
      />
      <ZonePicker
        label={t("project.timeZone")}
        required
        disabled={!mayEdit}
        value={values.timeZone}
        onValueChange={(zone) => set("timeZone", zone)}
        error={errors.timeZone}
        hint={isZoneChanged ? t("project.zoneHint") : undefined}
      />
      <CountryPicker
        label={t("project.country")}
        required
        disabled={!mayEdit}
        hint={t("project.countryHint")}
        value={values.defaultCountry}
        onValueChange={(country) => set("defaultCountry", country)}
        error={errors.defaultCountry}
      />
      <CurrencyPicker
        label={t("project.currency")}
        required
        disabled={!mayEdit}
        value={values.currency}
        onValueChange={(currency) => set("currency", currency)}
        error={errors.currency}
      />
      <Select
        label={t("project.units")}
        hint={t("project.unitsHint")}
        disabled={!mayEdit}
        options={PROJECT_UNITS.map((units) => ({ value: units, label: t(`project.units.${units}`) }))}
        value={values.units}
        onValueChange={(units) => set("units", units)}
      />
      <Select
        label={t("project.language")}
        hint={t("project.languageHint")}
        disabled={!mayEdit}
        options={[
          { value: AS_ORGANIZATION, label: t("project.languageOrganization") },
          ...LANGUAGES.map((language) => ({ value: language, label: languageName(language) })),
        ]}
        value={values.language ?? AS_ORGANIZATION}
        onValueChange={(language) => set("language", language === AS_ORGANIZATION ? null : language)}
      />
      <TextField
        label={t("project.serviceMinutes")}
        inputMode="decimal"
        hint={t("project.serviceHint")}
        value={values.serviceMinutes}
        onValueChange={(text) => set("serviceMinutes", text)}
        error={errors.serviceMinutes}
      />
      <DefaultDepot
        projectId={project.id}
        value={values.defaultDepotId}
        onValueChange={(id) => set("defaultDepotId", id)}
        disabled={!mayEdit}
      />
      <CutoffFields draft={draft} mayEdit={mayEdit} />
      <Switch
        className="sm:col-span-2"
        label={t("project.learnsServiceTimes")}
        hint={t("project.learnsServiceTimesHint")}
        disabled={!mayEdit}
        checked={values.learnsServiceTimes}
        onCheckedChange={(learns) => set("learnsServiceTimes", learns)}
      />
    </div>
  );
}

type DefaultDepotProps = {
  projectId: string;
  value: string | null;
  onValueChange: (depotId: string | null) => void;
  disabled: boolean;
};

function DefaultDepot({ projectId, value, onValueChange, disabled }: DefaultDepotProps) {
  const common = useWords("common");
  const t = useWords("settings");
  const trpc = useTRPC();
  const depots = useQuery(trpc.fleet.depots.queryOptions({ projectId }));
  const options = [
    { value: NO_DEPOT, label: common("none") },
    ...(depots.data ?? []).map(({ id, name, city }) => ({ value: id, label: name, hint: city })),
  ];
  return (
    <Select
      label={t("project.defaultDepot")}
      disabled={disabled}
      hint={t("project.depotHint")}
      options={options}
      value={value ?? NO_DEPOT}
      onValueChange={(id) => onValueChange(id === NO_DEPOT ? null : id)}
    />
  );
}
