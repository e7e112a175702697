"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { NumberSetting } from "../form/number-setting";
import { SettingsSection } from "../settings-section";
import type { TrackingForm } from "./use-tracking-form";

const SWITCHES = ["instructions", "safePlace", "rating", "proof"] as const;

/** What customers may do on their page, how often and until when, and whom they may call. */
export function ActsSection({ form: { draft, wrong, round, change } }: { form: TrackingForm }) {
  const t = useWords("settingsTracking");
  const form = useWords("settingsForm");
  const { acts } = draft;
  const whole = (path: string, from: number, to: number) =>
    wrong.has(path) ? form("wholeNumber", { from, to }) : undefined;
  return (
    <SettingsSection title={t("acts.title")} description={t("acts.about")}>
      {SWITCHES.map((act) => (
        <Switch
          key={act}
          label={t(`acts.${act}`)}
          hint={t(`acts.${act}Hint`)}
          checked={acts[act]}
          onCheckedChange={(isOn) => change({ acts: { ...acts, [act]: isOn } })}
        />
      ))}
      <div key={round} className="grid gap-4 border-line border-t pt-4 sm:grid-cols-2">
        <NumberSetting
          label={t("acts.mostReschedules")}
          hint={t("acts.mostReschedulesHint")}
          value={acts.mostReschedules}
          onValueChange={(mostReschedules) => change({ acts: { ...acts, mostReschedules } })}
          error={whole("acts.mostReschedules", 0, 10)}
        />
        <NumberSetting
          label={t("acts.rescheduleBefore")}
          hint={t("acts.rescheduleBeforeHint")}
          unit={t("unit.hours")}
          perShown={60}
          value={acts.rescheduleMinutesBefore}
          onValueChange={(rescheduleMinutesBefore) => change({ acts: { ...acts, rescheduleMinutesBefore } })}
          error={wrong.has("acts.rescheduleMinutesBefore") ? form("number", { from: 0, to: 168 }) : undefined}
        />
        <NumberSetting
          label={t("acts.ratingDays")}
          hint={t("acts.ratingDaysHint")}
          unit={t("unit.days")}
          value={acts.ratingDays}
          onValueChange={(ratingDays) => change({ acts: { ...acts, ratingDays } })}
          error={whole("acts.ratingDays", 1, 30)}
        />
        <TextField
          label={t("acts.phone")}
          hint={t("acts.phoneHint")}
          inputMode="tel"
          autoComplete="off"
          placeholder="+34931234567"
          value={draft.callCentrePhone}
          onValueChange={(phone) => change({ callCentrePhone: phone.replace(/[\s().-]/g, "") })}
          error={wrong.has("callCentrePhone") ? t("acts.wrongPhone") : undefined}
        />
      </div>
    </SettingsSection>
  );
}
