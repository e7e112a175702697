"use client";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { NOTIFICATION_TRIGGERS, type NotificationTrigger } from "@/server/domain/notification/notification-policy";
import { LANGUAGES, type Language } from "@/server/domain/preference/preferences";
import { LeaveGuard } from "../form/leave-guard";
import { SettingsSection } from "../settings-section";
import { TemplateEditor } from "./template-editor";
import { TemplateList } from "./template-list";
import { type KeptTemplate, useTemplateDrafts } from "./use-template-drafts";

/** The words customers are written in: one message and language at a time, others keep what was typed. */
export function TemplateSection({ templates, mayEdit }: { templates: readonly KeptTemplate[]; mayEdit: boolean }) {
  const t = useWords("settingsMessages");
  const [trigger, setTrigger] = useState<NotificationTrigger>("dispatched");
  const [language, setLanguage] = useState<Language>(t.format.reader.language);
  const drafts = useTemplateDrafts(templates);
  const look = (next: () => void) => {
    drafts.clearRefusal();
    next();
  };
  return (
    <SettingsSection
      title={t("template.title")}
      description={t("template.about")}
      actions={
        <SegmentedControl
          label={t("template.language")}
          options={LANGUAGES.map((each) => ({ value: each, label: t(`language.${each}`) }))}
          value={language}
          onValueChange={(next) => look(() => setLanguage(next))}
        />
      }
    >
      <TemplateList
        items={NOTIFICATION_TRIGGERS.map((each) => ({
          trigger: each,
          isChanged: drafts.drafts[`${language}.${each}`] !== undefined,
          isOwn: drafts.draftOf(`${language}.${each}`).changedAt !== null,
        }))}
        chosen={trigger}
        onChoose={(next) => look(() => setTrigger(next))}
      />
      <TemplateEditor key={`${language}.${trigger}`} id={`${language}.${trigger}`} drafts={drafts} mayEdit={mayEdit} />
      <LeaveGuard isDirty={mayEdit && drafts.isDirty} />
    </SettingsSection>
  );
}
