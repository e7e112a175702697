"use client";
import type { ShownUnit } from "@/server/domain/unit/shown-units";
import { NumberSetting, type NumberSettingProps } from "./number-setting";

export type MeasureSettingProps = Omit<NumberSettingProps, "unit" | "perShown"> & { unit: ShownUnit };

/** A number kept in one unit, shown and typed in another. */
export function MeasureSetting({ unit: { unit, perUnit, steps = 1 }, ...setting }: MeasureSettingProps) {
  // In another unit the same is another number.
  return <NumberSetting key={unit} {...setting} unit={unit} perShown={perUnit} steps={steps} />;
}
