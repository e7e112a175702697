"use client";
import { useWords } from "@/components/lib/words/words-context";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextArea } from "@/components/ui/text-area";
import { notificationPreferenceSchema } from "@/server/domain/notification/notification-policy";
import { isAnyDay } from "@/server/domain/order/allowed-days";
import { AllowedDaysFields } from "./allowed-days-fields";
import { FoldedSection, FormSection } from "./form-section";
import { OrderBasics } from "./order-basics";
import { type FormProject, type OrderDraft, rolesOf, type VisitRole } from "./order-draft";
import { CustomFieldLines, ItemLines, TaskLines } from "./order-lines";
import { OwnFields } from "./own-fields";
import { type OrderErrors, readAllowedDays } from "./read-order";
import { LoadFields, RequirementFields } from "./requirement-fields";
import { VisitFields } from "./visit-fields";

export type OrderFieldsProps = {
  draft: OrderDraft;
  errors: OrderErrors;
  project: FormProject;
  onChange: (change: Partial<OrderDraft>) => void;
  tagSuggestions: readonly string[];
};

/** Every field of an order, the usual ones open, the others folded until they hold something. */
export function OrderFields({ draft, errors, project, onChange, tagSuggestions }: OrderFieldsProps) {
  const t = useWords("orderForm");
  const orders = useWords("orders");
  const part = { draft, errors, onChange };
  const roles = rolesOf(draft.kind);
  const setVisit = (role: VisitRole, change: Partial<OrderDraft["pickup"]>) =>
    onChange({ [role]: { ...draft[role], ...change } });
  return (
    <>
      <OrderBasics {...part} />
      {roles.map((role) => (
        <FormSection key={role} title={t(draft.kind === "task" ? "where" : role)} className="first:pt-4">
          <VisitFields
            role={role}
            visit={draft[role]}
            defaultCountry={project.defaultCountry}
            errors={errors}
            onChange={(change) => setVisit(role, change)}
          />
        </FormSection>
      ))}
      {draft.kind === "task" ? null : (
        <FormSection title={t("load")}>
          <LoadFields {...part} project={project} />
        </FormSection>
      )}
      <FormSection title={t("needs")}>
        <RequirementFields {...part} tags={tagSuggestions} />
      </FormSection>
      <FoldedSection
        title={t("allowedDays")}
        aside={isAnyDay(readAllowedDays(draft.allowedDays)) ? t("anyDay") : undefined}
        open={!isAnyDay(readAllowedDays(draft.allowedDays))}
      >
        <AllowedDaysFields {...part} />
      </FoldedSection>
      <OwnFields {...part} project={project} />
      <FormSection title={t("customerMessages")}>
        <SegmentedControl
          label={t("customerMessages")}
          options={notificationPreferenceSchema.options.map((value) => ({ value, label: orders(`notify.${value}`) }))}
          value={draft.notificationPreference}
          onValueChange={(notificationPreference) => onChange({ notificationPreference })}
          className="justify-self-start"
        />
      </FormSection>
      <FormSection title={t("notes")}>
        <TextArea
          label={t("notesForDesk")}
          hideLabel
          rows={2}
          error={errors.notes}
          value={draft.notes}
          onValueChange={(notes) => onChange({ notes })}
        />
      </FormSection>
      <FoldedSection title={t("items")} aside={draft.items.length || undefined} open={draft.items.length > 0}>
        <ItemLines {...part} project={project} />
      </FoldedSection>
      {roles.map((role) => {
        const { tasks } = draft[role];
        const title = roles.length > 1 ? t(`tasksAt.${role}`) : t("tasksAtDoor");
        return (
          <FoldedSection key={role} title={title} aside={tasks.length || undefined} open={tasks.length > 0}>
            <TaskLines role={role} tasks={tasks} errors={errors} onChange={(next) => setVisit(role, { tasks: next })} />
          </FoldedSection>
        );
      })}
      <FoldedSection
        title={t(project.customFieldDefinitions.length > 0 ? "moreFields" : "customFields")}
        aside={draft.customFields.length || undefined}
        open={draft.customFields.length > 0}
      >
        <CustomFieldLines {...part} />
      </FoldedSection>
    </>
  );
}
