"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { type CustomFieldDefinition, customFieldLabel } from "@/server/domain/custom-field/custom-fields";

const NOTHING = "";

export type OwnFieldProps = {
  field: CustomFieldDefinition;
  isRequired: boolean;
  error: string | undefined;
  value: string;
  /** What stands where nothing is chosen. */
  nothingChosen: string;
  disabled?: boolean;
  onChange: (value: string) => void;
};

/** One field of an order's, a driver's or a vehicle's own, as its definition has it. */
export function OwnField({ field, isRequired, error, value, nothingChosen, disabled, onChange }: OwnFieldProps) {
  const common = useWords("common");
  const frame = { label: customFieldLabel(field), required: isRequired, error, disabled };
  if (field.kind === "text" || field.kind === "number") {
    const inputMode = field.kind === "number" ? "decimal" : "text";
    return <TextField {...frame} autoComplete="off" inputMode={inputMode} value={value} onValueChange={onChange} />;
  }
  const choices =
    field.kind === "select"
      ? field.choices.map((choice) => ({ value: choice, label: choice }))
      : [
          { value: "true", label: common("yes") },
          { value: "false", label: common("no") },
        ];
  // What was chosen before the choices changed is still what stands there.
  const kept = value !== "" && !choices.some((choice) => choice.value === value) ? [{ value, label: value }] : [];
  return (
    <Select
      {...frame}
      options={[{ value: NOTHING, label: nothingChosen }, ...choices, ...kept]}
      value={value}
      onValueChange={onChange}
    />
  );
}
