"use client";
import { RotateCcw } from "lucide-react";
import type { FormEvent, ReactNode } from "react";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { LeaveGuard } from "../form/leave-guard";
import { SaveActions } from "../form/save-bar";
import { textOfDraft } from "../form/text-of-draft";
import type { usePolicyForm } from "../form/use-policy-form";
import { SettingsSection } from "../settings-section";

type Form<P extends object> = Pick<
  ReturnType<typeof usePolicyForm<P>>,
  "draft" | "wrong" | "isDirty" | "isPending" | "refusal" | "replace" | "submit" | "discard" | "reload"
>;

export type PolicySectionProps<P extends object> = {
  form: Form<P>;
  /** What a company has that has chosen nothing. */
  standard: P;
  title: string;
  about: string;
  /** In place of saving at once. */
  onSubmit?: (event: FormEvent) => void;
  children: ReactNode;
};

/** Rules that are saved together, with the way back to what a small company would keep. */
export function PolicySection<P extends object>({
  form,
  standard,
  title,
  about,
  onSubmit,
  children,
}: PolicySectionProps<P>) {
  const t = useWords("settingsPolicies");
  const mayEdit = useMay("settings.write");
  const isStandard = textOfDraft(form.draft) === textOfDraft(standard);
  return (
    <form noValidate onSubmit={onSubmit ?? form.submit}>
      <SettingsSection
        title={title}
        description={about}
        actions={
          isStandard ? (
            <span className="text-ink-muted text-sm">{t("isStandard")}</span>
          ) : mayEdit ? (
            <Button size="sm" variant="ghost" icon={<RotateCcw />} onClick={() => form.replace(standard)}>
              {t("toStandard")}
            </Button>
          ) : undefined
        }
        footer={
          mayEdit ? (
            <SaveActions
              isDirty={form.isDirty}
              isPending={form.isPending}
              hasFaults={form.wrong.size > 0}
              refusal={form.refusal}
              onDiscard={form.discard}
              onReload={form.reload}
            />
          ) : undefined
        }
      >
        <fieldset disabled={!mayEdit} className="flex flex-col gap-4">
          {children}
        </fieldset>
      </SettingsSection>
      <LeaveGuard isDirty={mayEdit && form.isDirty} />
    </form>
  );
}
