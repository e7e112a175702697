"use client";
import clsx from "clsx";
import { ArrowRight } from "lucide-react";
import { useMemo } from "react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { type CustomFieldDefinition, customFieldLabel } from "@/server/domain/custom-field/custom-fields";
import { ORDER_COLUMNS, type OrderField } from "@/server/domain/intake/order-columns";
import type { ColumnUse } from "./mapping-state";

const LEAVE_OUT = "-";
const CUSTOM = "+";
/** Before the name of a field of the project's own. */
const OWN = "+";

/** Everything a column can be, the two ways out first. */
const optionsIn = (t: Words<"orderIntake">, fields: readonly CustomFieldDefinition[]): readonly ComboboxOption[] => [
  { value: LEAVE_OUT, label: t("leaveOut") },
  { value: CUSTOM, label: t("keepCustom") },
  ...ORDER_COLUMNS.map(({ key, label, group }) => ({
    value: key,
    label,
    hint: group === "Pickup stop" ? t("pickupGroup") : group,
  })),
  ...fields.map((field) => ({ value: OWN + field.name, label: customFieldLabel(field), hint: t("customField") })),
];

export type MappingRowProps = {
  heading: string;
  samples: readonly string[];
  use: ColumnUse;
  /** The fields of their own that the project's orders have. */
  customFields: readonly CustomFieldDefinition[];
  /** How the use was found, as long as nobody has changed it. */
  origin: "remembered" | "sure" | "likely" | "guess" | null;
  joined: readonly string[];
  onUse: (use: ColumnUse) => void;
};

const ORIGIN_TONES = { remembered: "accent", sure: "ok", likely: "neutral", guess: "warn" } as const;

function optionOf(use: ColumnUse, customFields: readonly CustomFieldDefinition[]): string {
  if (use.kind === "field") return use.field;
  if (use.kind === "none") return LEAVE_OUT;
  return use.name !== undefined && customFields.some(({ name }) => name === use.name) ? OWN + use.name : CUSTOM;
}

function purposeOf(value: string | null): ColumnUse {
  if (value === null || value === LEAVE_OUT) return { kind: "none" };
  if (value === CUSTOM) return { kind: "custom" };
  if (value.startsWith(OWN)) return { kind: "custom", name: value.slice(OWN.length) };
  return { kind: "field", field: value as OrderField };
}

/** One column of the file: what it is called, what stands in it, what it is for. */
export function MappingRow({ heading, samples, use, customFields, origin, joined, onUse }: MappingRowProps) {
  const t = useWords("orderIntake");
  const options = useMemo(() => optionsIn(t, customFields), [t, customFields]);
  return (
    <div
      className={clsx(
        "grid items-center gap-x-3 gap-y-1.5 border-line border-b px-4 py-2 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]",
        use.kind === "none" && "bg-canvas",
      )}
    >
      <div className="min-w-0">
        <p className="truncate font-medium">{heading}</p>
        <p className="truncate text-ink-muted text-sm" title={samples.join("\n")}>
          {samples.length > 0 ? samples.join(" · ") : t("nothingInRows")}
        </p>
      </div>
      <ArrowRight aria-hidden="true" className="hidden size-4 text-ink-muted sm:block" />
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <Combobox
          label={t("whatIs", { heading })}
          hideLabel
          options={options}
          value={optionOf(use, customFields)}
          onValueChange={(value) => onUse(purposeOf(value))}
          className="min-w-44 flex-1"
        />
        <span className="w-24">
          {origin ? <Badge tone={ORIGIN_TONES[origin]}>{t(`origin.${origin}`)}</Badge> : null}
        </span>
        {joined.length > 0 ? (
          <p className="w-full text-ink-muted text-sm">{t("joinedWith", { columns: joined.join(", ") })}</p>
        ) : null}
      </div>
    </div>
  );
}
