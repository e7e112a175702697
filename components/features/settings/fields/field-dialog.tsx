"use client";
import { useMemo } from "react";
import type { Project } from "@/components/lib/use-chosen-project";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { customFieldLabel, type FieldOwner } from "@/server/domain/custom-field/custom-fields";
import { EditDialog } from "../form/edit-dialog";
import { checkField, draftOfField } from "./field-draft";
import { FieldFields } from "./field-fields";
import { fieldsOf, useSaveFields } from "./use-save-fields";

export type FieldDialogProps = {
  /** As it was when the form was opened. */
  project: Project;
  of: FieldOwner;
  /** Which of its fields; null adds one. */
  at: number | null;
  onClose: () => void;
};

/** One field of a project's orders, drivers or vehicles. */
export function FieldDialog({ project, of, at, onClose }: FieldDialogProps) {
  const common = useWords("common");
  const t = useWords("settingsFields");
  const fields = fieldsOf(project, of);
  const field = at === null ? null : fields[at]!;
  const initial = useMemo(() => draftOfField(field), [field]);
  const draft = useDraft(initial);
  const { save, isPending, refusal } = useSaveFields(of);
  const others = fields.filter((each) => each !== field);

  async function submit() {
    const checked = checkField(t, draft.values, others);
    if (!checked.ok) return draft.complain(checked.errors);
    const { input } = checked;
    const next = field ? fields.map((each) => (each === field ? input : each)) : [...fields, input];
    if (await save(t("saved", { label: customFieldLabel(input) }), project, next)) onClose();
  }
  async function remove(label: string) {
    if (await save(t("removed", { label }), project, others)) onClose();
  }

  const label = field ? customFieldLabel(field) : "";
  return (
    <EditDialog
      title={field ? t("edit", { label }) : t("new")}
      form={draft.form}
      isDirty={JSON.stringify(draft.values) !== JSON.stringify(initial)}
      isPending={isPending}
      refusal={refusal}
      removal={
        field
          ? {
              label: common("delete"),
              title: t("removeTitle", { label }),
              about: t(`removeAbout.${of}`),
              onConfirm: () => void remove(label),
            }
          : undefined
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FieldFields draft={draft} of={of} isNew={field === null} />
    </EditDialog>
  );
}
