"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Switch } from "@/components/ui/switch";
import type { FieldRule } from "@/server/domain/tracking/tracking-policy";
import type { TrackedField } from "@/server/domain/tracking/visible-fields";
import { MeasureSetting } from "../form/measure-setting";

const THRESHOLDS = [
  ["stopsBefore", 100],
  ["minutesBefore", 720],
  ["metersBefore", 100_000],
] as const;

export type FieldRuleRowProps = {
  field: TrackedField;
  rule: FieldRule;
  wrong: ReadonlySet<string>;
  onRuleChange: (rule: FieldRule) => void;
};

/** When one thing is shown: never, all the way, or from any of three thresholds on. */
export function FieldRuleRow({ field, rule, wrong, onRuleChange }: FieldRuleRowProps) {
  const t = useWords("settingsTracking");
  const hasThreshold = THRESHOLDS.some(([measure]) => rule[measure] !== null);
  const summary = !rule.isShown
    ? t("rule.never")
    : hasThreshold
      ? t("rule.from")
      : t(field === "position" ? "rule.needsThreshold" : "rule.always");
  return (
    <fieldset
      aria-label={t(`field.${field}`)}
      className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-t py-3 first:border-t-0 first:pt-0 last:pb-0"
    >
      <Switch
        label={t(`field.${field}`)}
        hint={summary}
        checked={rule.isShown}
        onCheckedChange={(isShown) => onRuleChange({ ...rule, isShown })}
        className="min-w-0 flex-1 basis-48"
      />
      <div className="grid w-full grid-cols-3 gap-2 sm:w-84">
        {THRESHOLDS.map(([measure, most]) => {
          const unit = measure === "metersBefore" ? t.format.units.length : { unit: t(`unit.${measure}`), perUnit: 1 };
          return (
            <MeasureSetting
              key={measure}
              label={t(`threshold.${measure}`)}
              unit={unit}
              value={rule[measure]}
              onValueChange={(value) => onRuleChange({ ...rule, [measure]: value })}
              onClear={() => onRuleChange({ ...rule, [measure]: null })}
              error={
                wrong.has(`fields.${field}.${measure}`)
                  ? t("upTo", { most: Math.floor(most / unit.perUnit) })
                  : undefined
              }
            />
          );
        })}
      </div>
    </fieldset>
  );
}
