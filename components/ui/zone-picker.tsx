"use client";
import { useState } from "react";
import { listTimeZones, zoneOffset } from "@/components/lib/time-zones";
import { useWords } from "@/components/lib/words/words-context";
import { Combobox } from "@/components/ui/combobox";
import type { FieldFrameProps } from "@/components/ui/field";

export type ZonePickerProps = FieldFrameProps & {
  value: string;
  onValueChange: (zone: string) => void;
  disabled?: boolean;
};

function zoneOptions() {
  const now = new Date();
  return listTimeZones().map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
    hint: zoneOffset(zone, now),
  }));
}

/** Every time zone, found by typing any part of its name. */
export function ZonePicker({ value, onValueChange, ...frame }: ZonePickerProps) {
  const t = useWords("ui");
  const [options] = useState(zoneOptions);
  return (
    <Combobox
      {...frame}
      options={options}
      value={value || null}
      onValueChange={(zone) => onValueChange(zone ?? "")}
      placeholder={t("searchZone")}
      emptyText={t("noZone")}
    />
  );
}
