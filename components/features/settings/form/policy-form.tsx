"use client";
import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { LeaveGuard } from "./leave-guard";
import { SaveBar } from "./save-bar";
import type { usePolicyForm } from "./use-policy-form";

export type PolicyFormProps = {
  form: Omit<ReturnType<typeof usePolicyForm>, "draft" | "stored" | "change" | "replace">;
  mayEdit: boolean;
  children: ReactNode;
};

/** A page of settings that are saved as a whole; to who may not change them it says so. */
export function PolicyForm({ form, mayEdit, children }: PolicyFormProps) {
  const t = useWords("settingsForm");
  const { isDirty } = form;
  return (
    <form noValidate onSubmit={form.submit} className="flex flex-col gap-5">
      {mayEdit ? null : <Banner>{t("readOnly")}</Banner>}
      {children}
      {mayEdit ? (
        <SaveBar
          isDirty={isDirty}
          isPending={form.isPending}
          hasFaults={form.wrong.size > 0}
          refusal={form.refusal}
          onDiscard={form.discard}
          onReload={form.reload}
        />
      ) : null}
      <LeaveGuard isDirty={mayEdit && isDirty} />
    </form>
  );
}
