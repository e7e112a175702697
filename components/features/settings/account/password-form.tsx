"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { authClient } from "@/components/lib/auth-client";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { authCall, authProblem } from "../auth-call";
import { SettingsSection } from "../settings-section";

const MIN_LENGTH = 10;
const EMPTY = { current: "", next: "", leaveOthers: true };

/** Another password; other devices are signed out unless told otherwise. */
export function PasswordForm() {
  const t = useWords("settings");
  const toast = useToast();
  const queryClient = useQueryClient();
  const draft = useDraft(EMPTY);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const { values, set } = draft;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const length = [...values.next].length;
    if (!values.current) return draft.complain({ current: t("password.enterCurrent") });
    if (length < MIN_LENGTH) {
      return draft.complain({ next: t("password.tooShort", { min: MIN_LENGTH, length }) });
    }
    setPending(true);
    setProblem(null);
    try {
      await authCall(
        authClient.changePassword({
          currentPassword: values.current,
          newPassword: values.next,
          revokeOtherSessions: values.leaveOthers,
        }),
      );
      draft.reset(EMPTY);
      await queryClient.invalidateQueries({ queryKey: ["sessions"] });
      toast.show({ title: t("password.changed"), tone: "ok" });
    } catch (error) {
      setProblem(authProblem(t, error));
    } finally {
      setPending(false);
    }
  }

  return (
    <form ref={draft.form} method="post" noValidate onSubmit={(event) => void submit(event)}>
      <SettingsSection
        title={t("password.title")}
        footer={
          <Button type="submit" variant="primary" loading={isPending} disabled={!values.current && !values.next}>
            {t("password.change")}
          </Button>
        }
      >
        {problem ? <Banner tone="error">{problem}</Banner> : null}
        <PasswordFields draft={draft} />
        <Checkbox
          label={t("password.leaveOthers")}
          checked={values.leaveOthers}
          onCheckedChange={(checked) => set("leaveOthers", checked)}
        />
      </SettingsSection>
    </form>
  );
}

function PasswordFields({ draft: { values, errors, set } }: { draft: ReturnType<typeof useDraft<typeof EMPTY>> }) {
  const t = useWords("settings");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t("password.current")}
        type="password"
        autoComplete="current-password"
        value={values.current}
        onValueChange={(text) => set("current", text)}
        error={errors.current}
      />
      <TextField
        label={t("password.new")}
        type="password"
        autoComplete="new-password"
        hint={t("password.hint", { min: MIN_LENGTH })}
        value={values.next}
        onValueChange={(text) => set("next", text)}
        error={errors.next}
      />
    </div>
  );
}
