"use client";
import type { ShownUnit } from "@/server/domain/unit/shown-units";
import { NumberSetting, type NumberSettingProps } from "./number-setting";

export type MeasureSettingProps = Omit<NumberSettingProps, "unit" | "perShown"> & { unit: ShownUnit };

/** A number kept in one unit, shown and typed in another. */
export function MeasureSetting({ unit: { unit, perUnit, steps = 1 }, onValueChange, ...setting }: MeasureSettingProps) {
  return (
    <NumberSetting
      // In another unit the same is another number.
      key={unit}
      {...setting}
      unit={unit}
      perShown={perUnit}
      steps={steps}
      onValueChange={(kept) => onValueChange(perUnit === 1 ? kept : Math.round(kept * steps) / steps)}
    />
  );
}
