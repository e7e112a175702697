"use client";
import { type ReactNode, useState } from "react";
import { AuthCard } from "@/components/features/sign-in/auth-card";
import { authClient } from "@/components/lib/auth-client";
import { AddPasskeyForm } from "@/components/lib/passkey/add-passkey-form";
import { ConfirmPerson } from "@/components/lib/passkey/confirm-person";
import { PasskeyButton } from "@/components/lib/passkey/passkey-button";
import { usePasskeyHindrance } from "@/components/lib/passkey/passkey-site";
import { SetUpSecondStep } from "@/components/lib/second-step/set-up-second-step";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

export type NeededSecondStepProps = {
  email: string;
  organizationName: string;
  /** There are passkeys, and none was shown. */
  mayShowPasskey: boolean;
  /** What a passkey made on this device is called, to begin with. */
  deviceName: string;
  /** He has no account page, where passkeys are kept. */
  isOutsider: boolean;
};

const goOn = () => window.location.replace("/plan");

/** For who lacks the second step that is asked of everyone: shows a passkey or sets a second step up, or leaves. */
export function NeededSecondStep({ mayShowPasskey, ...person }: NeededSecondStepProps) {
  const t = useWords("secondStep");
  const passkey = useWords("passkey");
  const organization = person.organizationName;
  return mayShowPasskey ? (
    <Card title={passkey("showTitle")} lead={passkey("showLead", { organization })}>
      <Show />
    </Card>
  ) : (
    <Card title={t("neededTitle")} lead={t("neededLead", { organization })}>
      <SetUp {...person} />
    </Card>
  );
}

function Show() {
  const t = useWords("passkey");
  const hindrance = usePasskeyHindrance();
  return (
    <>
      {hindrance ? (
        <Banner tone="info">
          {t(`problem.${hindrance}`)} {hindrance === "unsupported" ? t("showElsewhere") : null}
        </Banner>
      ) : (
        <PasskeyButton label={t("show")} variant="primary" size="lg" onDone={goOn} />
      )}
      <p className="text-pretty text-ink-muted">{t("showLost")}</p>
    </>
  );
}

function Card({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const t = useWords("secondStep");
  const leave = () => void authClient.signOut().finally(() => window.location.replace("/sign-in"));
  return (
    <AuthCard
      title={title}
      lead={lead}
      foot={
        <Button variant="ghost" className="-ml-3" onClick={leave}>
          {t("signOut")}
        </Button>
      }
    >
      {children}
    </AuthCard>
  );
}

/** Codes of an app, or a passkey: one is enough. */
function SetUp({ email, organizationName, deviceName, isOutsider }: Omit<NeededSecondStepProps, "mayShowPasskey">) {
  const t = useWords("secondStep");
  const passkey = useWords("passkey");
  const isSupported = usePasskeyHindrance() === null;
  const [way, setWay] = useState<"app" | "passkey" | "confirm">("app");
  if (way === "confirm") {
    return <ConfirmPerson asksCode={false} hasPasskeys={false} onDone={() => setWay("passkey")} />;
  }
  const other = way === "app" ? "passkey" : "app";
  return (
    <>
      {way === "app" ? (
        <SetUpSecondStep email={email} doneLabel={t("goOn")} onDone={goOn} />
      ) : (
        <AddPasskeyForm
          suggestedName={deviceName}
          note={isOutsider ? passkey("addOutside", { organization: organizationName }) : undefined}
          onUnconfirmed={() => setWay("confirm")}
          onDone={goOn}
        />
      )}
      {isSupported ? (
        <Button variant="ghost" className="-ml-3 self-start" onClick={() => setWay(other)}>
          {passkey(way === "app" ? "ratherPasskey" : "ratherApp")}
        </Button>
      ) : null}
    </>
  );
}
