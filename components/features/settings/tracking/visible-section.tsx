"use client";
import { amountText } from "@/components/lib/parse-amount";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import type { TrackedField } from "@/server/domain/tracking/visible-fields";
import { MeasureSetting } from "../form/measure-setting";
import { SettingsSection } from "../settings-section";
import { FieldRuleRow } from "./field-rule-row";
import type { TrackingForm } from "./use-tracking-form";

const FIELDS: readonly TrackedField[] = ["position", "stopsBefore", "driverName", "vehicle"];
const ROUNDINGS = [
  ["roundMeters", "meters", 50, 5000],
  ["delaySeconds", "seconds", 15, 300],
  ["nextRoundMeters", "meters", 10, 5000],
] as const;

/** What of a delivery under way is shown from when on, and how exactly the van. */
export function VisibleSection({ form: { draft, wrong, round, change } }: { form: TrackingForm }) {
  const t = useWords("settingsTracking");
  const form = useWords("settingsForm");
  const { fields, position } = draft;
  const { stopsBefore, minutesBefore, metersBefore } = fields.position;
  const isNeverShown =
    fields.position.isShown && stopsBefore === null && minutesBefore === null && metersBefore === null;
  return (
    <SettingsSection title={t("visible.title")} description={t("visible.about")}>
      <div key={round}>
        {FIELDS.map((field) => (
          <FieldRuleRow
            key={field}
            field={field}
            rule={fields[field]}
            wrong={wrong}
            onRuleChange={(rule) => change({ fields: { ...fields, [field]: rule } })}
          />
        ))}
      </div>
      {isNeverShown ? <Banner tone="info">{t("visible.noThreshold")}</Banner> : null}
      <div key={`position-${round}`} className="grid gap-4 border-line border-t pt-4 sm:grid-cols-3">
        {ROUNDINGS.map(([name, measure, ...limits]) => {
          const isLength = measure === "meters";
          const unit = isLength ? t.format.units.length : { unit: t("unit.seconds"), perUnit: 1 };
          const [from, to] = limits.map((limit) => Number(amountText(limit, unit))) as [number, number];
          return (
            <MeasureSetting
              key={name}
              label={t(`position.${name}`)}
              unit={unit}
              hint={t(`position.${name}Hint`)}
              value={position[name]}
              onValueChange={(value) => change({ position: { ...position, [name]: value } })}
              error={
                wrong.has(`position.${name}`) ? form(isLength ? "number" : "wholeNumber", { from, to }) : undefined
              }
            />
          );
        })}
      </div>
    </SettingsSection>
  );
}
