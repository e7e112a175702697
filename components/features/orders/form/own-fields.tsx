"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { type CustomFieldDefinition, customFieldLabel, isAskedFor } from "@/server/domain/custom-field/custom-fields";
import { FormSection } from "./form-section";
import type { OrderPartProps } from "./order-basics";
import type { FormProject } from "./order-draft";

const NOTHING = "";

/** The fields of their own that the project's orders have: those this kind of order is asked for, or that hold something. */
export function OwnFields({ draft, errors, onChange, project }: OrderPartProps & { project: FormProject }) {
  const t = useWords("orderForm");
  const asked = project.customFieldDefinitions.filter(
    (field) => isAskedFor(field, draft.kind) || (draft.ownFields[field.name] ?? "") !== "",
  );
  if (asked.length === 0) return null;
  return (
    <FormSection title={t("customFields")}>
      <div className="grid gap-3 sm:grid-cols-2">
        {asked.map((field) => (
          <OwnField
            key={field.name}
            field={field}
            isRequired={field.isRequired && isAskedFor(field, draft.kind)}
            error={errors[`ownFields.${field.name}`]}
            value={draft.ownFields[field.name] ?? ""}
            onChange={(value) => onChange({ ownFields: { ...draft.ownFields, [field.name]: value } })}
          />
        ))}
      </div>
    </FormSection>
  );
}

type OwnFieldProps = {
  field: CustomFieldDefinition;
  isRequired: boolean;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
};

function OwnField({ field, isRequired, error, value, onChange }: OwnFieldProps) {
  const t = useWords("orderForm");
  const common = useWords("common");
  const frame = { label: customFieldLabel(field), required: isRequired, error };
  if (field.kind === "text" || field.kind === "number") {
    const inputMode = field.kind === "number" ? "decimal" : "text";
    return <TextField {...frame} inputMode={inputMode} value={value} onValueChange={onChange} />;
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
      options={[{ value: NOTHING, label: t("nothingChosen") }, ...choices, ...kept]}
      value={value}
      onValueChange={onChange}
    />
  );
}
