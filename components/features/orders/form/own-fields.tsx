"use client";
import { OwnField } from "@/components/lib/own-fields/own-field";
import { useWords } from "@/components/lib/words/words-context";
import { isAskedFor } from "@/server/domain/custom-field/custom-fields";
import { FormSection } from "./form-section";
import type { OrderPartProps } from "./order-basics";
import type { FormProject } from "./order-draft";

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
            nothingChosen={t("nothingChosen")}
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
