"use client";
import { useWords } from "@/components/lib/words/words-context";
import { TextField } from "@/components/ui/text-field";
import type { DimensionDraft } from "./project-draft";

export type DimensionFieldsProps = {
  dimensions: readonly DimensionDraft[];
  onChange: (dimensions: DimensionDraft[]) => void;
  error?: string;
  disabled?: boolean;
};

const ORDINALS = ["first", "second", "third", "fourth"] as const;

/** What a vehicle's capacity and an order's load are counted in: four names with their units. */
export function DimensionFields({ dimensions, onChange, error, disabled }: DimensionFieldsProps) {
  const common = useWords("common");
  const t = useWords("settings");
  function change(at: number, part: Partial<DimensionDraft>) {
    onChange(dimensions.map((dimension, index) => (index === at ? { ...dimension, ...part } : dimension)));
  }
  return (
    <div className="flex flex-col gap-2">
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="text-ink-muted text-sm [&>th]:pb-1 [&>th]:font-medium">
            <th scope="col">{common("name")}</th>
            <th scope="col">{t("load.unit")}</th>
            <th scope="col" className="hidden sm:table-cell">
              {t("load.smallest")}
            </th>
          </tr>
        </thead>
        <tbody>
          {dimensions.map((dimension, index) => (
            <tr key={ORDINALS[index]} className="[&>td]:py-1 [&>td]:pr-3">
              <td>
                <TextField
                  label={t("load.nameOf", { load: t(`load.${ORDINALS[index] ?? "fourth"}`) })}
                  hideLabel
                  disabled={disabled}
                  value={dimension.name}
                  onValueChange={(name) => change(index, { name })}
                />
              </td>
              <td className="w-24 sm:w-32">
                <TextField
                  label={t("load.unitOf", { load: t(`load.${ORDINALS[index] ?? "fourth"}`) })}
                  hideLabel
                  disabled={disabled}
                  placeholder={t("load.noUnit")}
                  value={dimension.unit}
                  onValueChange={(unit) => change(index, { unit })}
                />
              </td>
              <td className="hidden w-36 text-ink-muted tabular-nums sm:table-cell">
                {dimension.perUnit === 1 ? "1" : `1/${t.format.count(dimension.perUnit)}`} {dimension.unit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {error ? (
        <p role="alert" className="text-alert text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}
