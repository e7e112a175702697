"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { authClient } from "@/components/lib/auth-client";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { authCall, authProblem } from "../auth-call";
import { SettingsSection } from "../settings-section";

/** The name colleagues see. */
export function ProfileForm({ name, email }: { name: string; email: string }) {
  const common = useWords("common");
  const t = useWords("settings");
  const router = useRouter();
  const toast = useToast();
  const [saved, setSaved] = useState(name);
  const [value, setValue] = useState(name);
  const [error, setError] = useState<string | undefined>();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const next = value.trim();
    if (!next) return setError(t("account.enterName"));
    setPending(true);
    setProblem(null);
    try {
      await authCall(authClient.updateUser({ name: next }));
      setSaved(next);
      setValue(next);
      toast.show({ title: t("account.nameSaved"), tone: "ok" });
      // The frame around the page has it from the server.
      router.refresh();
    } catch (caught) {
      setProblem(authProblem(t, caught));
    } finally {
      setPending(false);
    }
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <SettingsSection
        title={t("nav.account")}
        footer={
          <Button type="submit" variant="primary" loading={isPending} disabled={value.trim() === saved}>
            {t("account.saveName")}
          </Button>
        }
      >
        {problem ? <Banner tone="error">{problem}</Banner> : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={common("name")}
            autoComplete="name"
            value={value}
            maxLength={120}
            onValueChange={(text) => {
              setValue(text);
              setError(undefined);
            }}
            error={error}
          />
          <TextField label={t("invite.email")} value={email} disabled hint={t("account.emailHint")} />
        </div>
      </SettingsSection>
    </form>
  );
}
