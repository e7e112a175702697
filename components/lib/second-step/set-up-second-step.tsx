"use client";
import { useState } from "react";
import { authClient } from "@/components/lib/auth-client";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { BackupCodes } from "./backup-codes";
import { callSecondStep } from "./call-second-step";
import { PasswordStep } from "./password-step";
import { ScanStep } from "./scan-step";

export type SetUpSecondStepProps = {
  email: string;
  /** On the last button. */
  doneLabel: string;
  /** It is on, though the codes are still to be kept. */
  onConfirmed?: () => void;
  onDone: () => void;
};

type Made = { readonly totpURI: string; readonly backupCodes: readonly string[] };

/** Password, app, codes: in that order, each once. */
export function SetUpSecondStep({ email, doneLabel, onConfirmed, onDone }: SetUpSecondStepProps) {
  const t = useWords("secondStep");
  const [made, setMade] = useState<Made | null>(null);
  const [isConfirmed, setConfirmed] = useState(false);
  if (!made) {
    return (
      <PasswordStep
        about={t("passwordAbout")}
        button={t("continue")}
        send={(password) => callSecondStep(authClient.twoFactor.enable({ password }))}
        onDone={(data) => "totpURI" in data && setMade(data)}
      />
    );
  }
  if (!isConfirmed) {
    return (
      <ScanStep
        uri={made.totpURI}
        onDone={() => {
          setConfirmed(true);
          onConfirmed?.();
        }}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <BackupCodes codes={made.backupCodes} email={email} />
      <Button variant="primary" className="self-end" onClick={onDone}>
        {doneLabel}
      </Button>
    </div>
  );
}
