"use client";
import { useWords } from "@/components/lib/words/words-context";
import { NumberSetting } from "../form/number-setting";
import { SettingsSection } from "../settings-section";
import type { TrackingForm } from "./use-tracking-form";

/** From when on a delivery is called near, and its window is measured instead of two hours wide. */
export function NearSection({ form: { draft, wrong, round, change } }: { form: TrackingForm }) {
  const t = useWords("settingsTracking");
  const { near, window } = draft;
  const upTo = (path: string, most: number) => (wrong.has(path) ? t("upTo", { most }) : undefined);
  return (
    <SettingsSection title={t("near.title")} description={t("near.about")}>
      <div key={round} className="grid gap-4 sm:grid-cols-2">
        <NumberSetting
          label={t("near.stops")}
          unit={t("unit.stopsBefore")}
          value={near.stops}
          onValueChange={(stops) => change({ near: { ...near, stops } })}
          onClear={() => change({ near: { ...near, stops: null } })}
          error={upTo("near.stops", 100)}
        />
        <NumberSetting
          label={t("near.minutes")}
          unit={t("unit.minutesBefore")}
          value={near.minutes}
          onValueChange={(minutes) => change({ near: { ...near, minutes } })}
          onClear={() => change({ near: { ...near, minutes: null } })}
          error={upTo("near.minutes", 720)}
        />
        <NumberSetting
          label={t("near.measuredStops")}
          unit={t("unit.stopsBefore")}
          value={window.measuredStops}
          onValueChange={(measuredStops) => change({ window: { ...window, measuredStops } })}
          onClear={() => change({ window: { ...window, measuredStops: null } })}
          error={upTo("window.measuredStops", 100)}
        />
        <NumberSetting
          label={t("near.measuredMinutes")}
          unit={t("unit.minutesBefore")}
          value={window.measuredMinutes}
          onValueChange={(measuredMinutes) => change({ window: { ...window, measuredMinutes } })}
          onClear={() => change({ window: { ...window, measuredMinutes: null } })}
          error={upTo("window.measuredMinutes", 720)}
        />
      </div>
    </SettingsSection>
  );
}
