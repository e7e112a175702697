"use client";
import { formatCount } from "@/components/lib/format";
import { TextField } from "@/components/ui/text-field";
import type { DimensionDraft } from "./project-draft";

export type DimensionFieldsProps = {
  dimensions: readonly DimensionDraft[];
  onChange: (dimensions: DimensionDraft[]) => void;
  error?: string;
  disabled?: boolean;
};

const ORDINALS = ["First", "Second", "Third", "Fourth"];

/** What a vehicle's capacity and an order's load are counted in: four names with their units. */
export function DimensionFields({ dimensions, onChange, error, disabled }: DimensionFieldsProps) {
  function change(at: number, part: Partial<DimensionDraft>) {
    onChange(dimensions.map((dimension, index) => (index === at ? { ...dimension, ...part } : dimension)));
  }
  return (
    <div className="flex flex-col gap-2">
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="text-ink-muted text-sm [&>th]:pb-1 [&>th]:font-medium">
            <th scope="col">Name</th>
            <th scope="col">Unit</th>
            <th scope="col" className="hidden sm:table-cell">
              Smallest amount
            </th>
          </tr>
        </thead>
        <tbody>
          {dimensions.map((dimension, index) => (
            <tr key={ORDINALS[index]} className="[&>td]:py-1 [&>td]:pr-3">
              <td>
                <TextField
                  label={`${ORDINALS[index]} load, name`}
                  hideLabel
                  disabled={disabled}
                  value={dimension.name}
                  onValueChange={(name) => change(index, { name })}
                />
              </td>
              <td className="w-24 sm:w-32">
                <TextField
                  label={`${ORDINALS[index]} load, unit`}
                  hideLabel
                  disabled={disabled}
                  placeholder="none"
                  value={dimension.unit}
                  onValueChange={(unit) => change(index, { unit })}
                />
              </td>
              <td className="hidden w-36 text-ink-muted tabular-nums sm:table-cell">
                {dimension.perUnit === 1 ? "1" : `1/${formatCount(dimension.perUnit)}`} {dimension.unit}
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
