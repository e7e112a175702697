"use client";
import { OwnField } from "@/components/lib/own-fields/own-field";
import { useWords } from "@/components/lib/words/words-context";
import type { CustomFieldDefinition, CustomFieldValues } from "@/server/domain/custom-field/custom-fields";
import { FormGroup } from "./edit-drawer";
import { type OwnDraft, readOwn } from "./own-values";

export type OwnFieldsProps = {
  definitions: readonly CustomFieldDefinition[];
  draft: OwnDraft;
  before: CustomFieldValues;
  /** Whether what is wrong is said yet: once saving has been tried. */
  isJudged: boolean;
  mayEdit: boolean;
  onChange: (draft: OwnDraft) => void;
};

/** The fields of their own that the project asks of its drivers, or of its vehicles. */
export function OwnFields({ definitions, draft, before, isJudged, mayEdit, onChange }: OwnFieldsProps) {
  const t = useWords("fleet");
  if (definitions.length === 0) return null;
  const { problems } = readOwn(definitions, draft, before);
  return (
    <FormGroup title={t("ownFields")}>
      <div className="grid gap-3 sm:grid-cols-2">
        {definitions.map((field) => {
          const problem = isJudged ? problems.get(field.name) : undefined;
          return (
            <OwnField
              key={field.name}
              field={field}
              isRequired={field.isRequired}
              nothingChosen={t("own.nothing")}
              disabled={!mayEdit}
              error={problem && t(`own.${problem}`)}
              value={draft[field.name] ?? ""}
              onChange={(value) => onChange({ ...draft, [field.name]: value })}
            />
          );
        })}
      </div>
    </FormGroup>
  );
}
