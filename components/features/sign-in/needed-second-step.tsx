"use client";
import { AuthCard } from "@/components/features/sign-in/auth-card";
import { authClient } from "@/components/lib/auth-client";
import { SetUpSecondStep } from "@/components/lib/second-step/set-up-second-step";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";

/** For who lacks the second step that is asked of everyone: sets it up, or leaves. */
export function NeededSecondStep({ email, organizationName }: { email: string; organizationName: string }) {
  const t = useWords("secondStep");
  return (
    <AuthCard
      title={t("neededTitle")}
      lead={t("neededLead", { organization: organizationName })}
      foot={
        <Button
          variant="ghost"
          className="-ml-3"
          onClick={() => void authClient.signOut().finally(() => window.location.replace("/sign-in"))}
        >
          {t("signOut")}
        </Button>
      }
    >
      <SetUpSecondStep email={email} doneLabel={t("goOn")} onDone={() => window.location.replace("/plan")} />
    </AuthCard>
  );
}
