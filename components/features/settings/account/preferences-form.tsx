"use client";
import { languageName } from "@/components/lib/language-name";
import { usePreferences } from "@/components/lib/preferences";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useFormats, useWords } from "@/components/lib/words/words-context";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import {
  DISTANCE_UNITS,
  HOUR_CYCLES,
  LANGUAGES,
  type PreferencesPatch,
  WEIGHT_UNITS,
} from "@/server/domain/preference/preferences";
import { SettingsSection } from "../settings-section";

/** Language, clock, units and keys; each choice is saved as it is made, and seen at once. */
export function PreferencesForm() {
  const t = useWords("settings");
  const { preferences, save } = usePreferences();
  const showRefusal = useRefusalToast();
  const change = (patch: PreferencesPatch) =>
    save(patch, { onError: (error) => showRefusal(t("preferences.notSaved"), error) });
  const current = languageName(t.format.reader.language);
  const languages = [
    { value: "auto" as const, label: t("preferences.languageAuto", { language: current }) },
    ...LANGUAGES.map((language) => ({ value: language, label: languageName(language) })),
  ];
  return (
    <SettingsSection title={t("preferences.title")} description={t("preferences.about")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t("preferences.language")}
          options={languages}
          value={preferences.language}
          onValueChange={(language) => change({ language })}
        />
        <Select
          label={t("preferences.hourCycle")}
          options={HOUR_CYCLES.map((value) => ({ value, label: t(`preferences.hourCycle.${value}`) }))}
          value={preferences.hourCycle}
          onValueChange={(hourCycle) => change({ hourCycle })}
        />
        <Select
          label={t("preferences.distance")}
          options={DISTANCE_UNITS.map((value) => ({ value, label: t(`preferences.distance.${value}`) }))}
          value={preferences.distanceUnit}
          onValueChange={(distanceUnit) => change({ distanceUnit })}
        />
        <Select
          label={t("preferences.weight")}
          options={WEIGHT_UNITS.map((value) => ({ value, label: t(`preferences.weight.${value}`) }))}
          value={preferences.weightUnit}
          onValueChange={(weightUnit) => change({ weightUnit })}
        />
      </div>
      <Example />
      <Switch
        label={t("preferences.singleLetterKeys")}
        hint={t("preferences.singleLetterHint")}
        checked={preferences.singleLetterKeys}
        onCheckedChange={(singleLetterKeys) => change({ singleLetterKeys })}
      />
    </SettingsSection>
  );
}

/** What the choices come to. */
function Example() {
  const t = useWords("settings");
  const format = useFormats();
  return (
    <p className="text-ink-muted">
      {t.rich("preferences.example", {
        time: format.timeRange(34_200, 52_200),
        distance: format.distance(12_400),
        number: format.number(1234.5),
        b: (value) => <b className="whitespace-nowrap font-medium text-ink tabular-nums">{value}</b>,
      })}
    </p>
  );
}
