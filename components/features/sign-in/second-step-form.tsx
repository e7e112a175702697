"use client";
import { useState } from "react";
import { AuthCard } from "@/components/features/sign-in/auth-card";
import { TextLink } from "@/components/features/sign-in/text-link";
import { authClient } from "@/components/lib/auth-client";
import { PasskeyButton } from "@/components/lib/passkey/passkey-button";
import { usePasskeyHindrance } from "@/components/lib/passkey/passkey-site";
import {
  callSecondStep,
  plainCode,
  type SecondStepProblem,
  saySecondStepProblem,
} from "@/components/lib/second-step/call-second-step";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";

export type SecondStepFormProps = {
  /** A path of this site, already checked by safeNextPath. */
  nextPath: string;
};

/** Behind the password: the code of the app, or a backup code. */
export function SecondStepForm({ nextPath }: SecondStepFormProps) {
  const t = useWords("secondStep");
  const passkey = useWords("passkey");
  const mayUsePasskey = usePasskeyHindrance() === null;
  const [isBackup, setBackup] = useState(false);
  const { values, errors, form, set, complain, reset } = useDraft({ code: "", trust: false });
  const [problem, setProblem] = useState<SecondStepProblem | null>(null);
  const [isPending, setPending] = useState(false);
  const isOver = problem !== null && "reason" in problem && problem.reason === "over";

  async function submit() {
    const code = plainCode(values.code);
    if (isBackup ? !code : !/^\d{6}$/.test(code)) {
      return complain({ code: t(isBackup ? "enterBackup" : "enterCode") });
    }
    setPending(true);
    setProblem(null);
    const body = { code, trustDevice: values.trust };
    const { twoFactor } = authClient;
    const outcome = await callSecondStep<unknown>(
      isBackup ? twoFactor.verifyBackupCode(body) : twoFactor.verifyTotp(body),
    );
    // A whole page load: nothing that was fetched while signed out may be shown now.
    if (outcome.ok) return window.location.replace(nextPath);
    setPending(false);
    setProblem(outcome.problem);
    set("code", "");
  }

  function change() {
    setBackup(!isBackup);
    setProblem(null);
    reset({ code: "", trust: values.trust });
  }

  return (
    <AuthCard title={t("askTitle")} lead={t(isBackup ? "askBackupLead" : "askLead")} foot={t("lost")}>
      {problem ? <Banner tone="error">{saySecondStepProblem(t, problem)}</Banner> : null}
      {isOver ? (
        <TextLink href={`/sign-in?next=${encodeURIComponent(nextPath)}`}>{t("startAgain")}</TextLink>
      ) : (
        <form
          ref={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
          className="flex flex-col gap-4"
        >
          <TextField
            key={String(isBackup)}
            label={t(isBackup ? "backupCode" : "code")}
            inputMode={isBackup ? "text" : "numeric"}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            maxLength={isBackup ? 16 : 9}
            value={values.code}
            onValueChange={(text) => set("code", text)}
            error={errors.code}
            inputClassName="h-9 font-mono tabular-nums"
          />
          <Checkbox label={t("trust")} checked={values.trust} onCheckedChange={(checked) => set("trust", checked)} />
          <Button type="submit" variant="primary" size="lg" loading={isPending}>
            {t("signIn")}
          </Button>
          <p className="text-ink-muted">
            {t.rich(isBackup ? "useApp" : "useBackup", {
              link: (words) => (
                <button
                  type="button"
                  onClick={change}
                  className="rounded-sm font-medium text-accent underline-offset-2 hover:underline"
                >
                  {words}
                </button>
              ),
            })}
          </p>
          {mayUsePasskey ? (
            <PasskeyButton label={passkey("instead")} onDone={() => window.location.replace(nextPath)} />
          ) : null}
        </form>
      )}
    </AuthCard>
  );
}
