"use client";
import { authClient } from "@/components/lib/auth-client";
import { callSecondStep } from "@/components/lib/second-step/call-second-step";
import { PasswordAndCode } from "@/components/lib/second-step/password-and-code";
import { PasswordStep } from "@/components/lib/second-step/password-step";
import { useWords } from "@/components/lib/words/words-context";
import { PasskeyButton } from "./passkey-button";
import { usePasskeyHindrance } from "./passkey-site";

const CONFIRM = "/confirm-person";

export type ConfirmPersonProps = {
  /** The account has the second step of codes on. */
  asksCode: boolean;
  hasPasskeys: boolean;
  onDone: () => void;
};

/** Asks who is there before a way into the account is made or taken away: by password and code, or by a passkey. */
export function ConfirmPerson({ asksCode, hasPasskeys, onDone }: ConfirmPersonProps) {
  const t = useWords("passkey");
  const mayShow = usePasskeyHindrance() === null && hasPasskeys;
  const { about, button } = { about: t("confirmAbout"), button: t("continue") };
  return (
    <div className="flex flex-col gap-4">
      {asksCode ? (
        <PasswordAndCode about={about} button={button} path={CONFIRM} onDone={onDone} />
      ) : (
        <PasswordStep
          about={about}
          button={button}
          send={(password) => callSecondStep(authClient.$fetch(CONFIRM, { method: "POST", body: { password } }))}
          onDone={onDone}
        />
      )}
      {mayShow ? <PasskeyButton label={t("confirmByPasskey")} className="self-end" onDone={onDone} /> : null}
    </div>
  );
}
