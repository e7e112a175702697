"use client";
import { useWords } from "@/components/lib/words/words-context";
import { NumberSetting } from "../form/number-setting";
import { SettingsSection } from "../settings-section";
import type { TrackingForm } from "./use-tracking-form";

const SPANS = [
  ["pageDays", 1, 30],
  ["statusDays", 0, 90],
  ["openDays", 7, 365],
] as const;

/** How long a customer's link opens what. */
export function LinkSection({ form: { draft, wrong, round, change } }: { form: TrackingForm }) {
  const t = useWords("settingsTracking");
  const form = useWords("settingsForm");
  return (
    <SettingsSection title={t("link.title")} description={t("link.about")}>
      <div key={round} className="grid gap-4 sm:grid-cols-3">
        {SPANS.map(([name, from, to]) => (
          <NumberSetting
            key={name}
            label={t(`link.${name}`)}
            hint={t(`link.${name}Hint`)}
            unit={t("unit.days")}
            value={draft[name]}
            onValueChange={(days) => change({ [name]: days })}
            error={wrong.has(name) ? form("wholeNumber", { from, to }) : undefined}
          />
        ))}
      </div>
    </SettingsSection>
  );
}
