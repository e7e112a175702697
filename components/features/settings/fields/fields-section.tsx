"use client";
import { ListPlus, Plus } from "lucide-react";
import { useState } from "react";
import type { Project } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { FieldOwner } from "@/server/domain/custom-field/custom-fields";
import { RefusedBanner } from "../form/save-bar";
import { SettingsSection } from "../settings-section";
import { FieldDialog } from "./field-dialog";
import { FieldRow } from "./field-row";
import { fieldsOf, useSaveFields } from "./use-save-fields";

export type FieldsSectionProps = { project: Project; of: FieldOwner; mayEdit: boolean };

/** A field as it is edited: its place among those that were there when its form was opened; null adds one. */
type Editing = { readonly at: number | null; readonly seen: Project };

/** The fields of a project's orders, drivers or vehicles in the order in which people are asked for them. */
export function FieldsSection({ project, of, mayEdit }: FieldsSectionProps) {
  const t = useWords("settingsFields");
  const [editing, setEditing] = useState<Editing | null>(null);
  const { save, isPending, refusal } = useSaveFields(of);
  const [movedName, setMovedName] = useState<string | null>(null);
  const fields = fieldsOf(project, of);
  const add = (
    <Button variant="primary" icon={<Plus />} onClick={() => setEditing({ at: null, seen: project })}>
      {t("add")}
    </Button>
  );
  function moveUp(at: number) {
    if (isPending) return;
    setMovedName(fields[at]?.name ?? null);
    const next = [...fields];
    next.splice(at - 1, 0, ...next.splice(at, 1));
    void save(t("moved"), project, next);
  }
  return (
    <SettingsSection
      title={t(`title.${of}`)}
      description={t(`about.${of}`)}
      actions={mayEdit && fields.length > 0 ? add : null}
    >
      {refusal ? <RefusedBanner refusal={refusal} /> : null}
      {fields.length === 0 ? (
        <EmptyState icon={<ListPlus />} title={t(`none.${of}`)} actions={mayEdit ? add : null} className="py-6">
          {t(`noneAbout.${of}`)}
        </EmptyState>
      ) : (
        <ul aria-label={t(`title.${of}`)} className="rounded-md border border-line">
          {fields.map((field, at) => (
            <FieldRow
              key={field.name}
              field={field}
              keepsFocus={field.name === movedName}
              onEdit={mayEdit ? () => setEditing({ at, seen: project }) : undefined}
              onMoveUp={mayEdit && at > 0 ? () => moveUp(at) : undefined}
            />
          ))}
        </ul>
      )}
      {editing ? <FieldDialog project={editing.seen} of={of} at={editing.at} onClose={() => setEditing(null)} /> : null}
    </SettingsSection>
  );
}
