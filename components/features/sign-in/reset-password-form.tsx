"use client";
import Link from "next/link";
import { useState } from "react";
import { newPasswordProblem, passwordMinLength } from "@/components/features/sign-in/account-rules";
import { AuthCard } from "@/components/features/sign-in/auth-card";
import { explainAuthFailure } from "@/components/features/sign-in/auth-failure";
import { callAuth } from "@/components/features/sign-in/call-auth";
import { PasswordField } from "@/components/features/sign-in/password-field";
import { TextLink } from "@/components/features/sign-in/text-link";
import { useAuthForm } from "@/components/features/sign-in/use-auth-form";
import { authClient } from "@/components/lib/auth-client";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";

export type ResetPasswordFormProps = {
  /** From the link; null when it is missing or the server has already found it expired. */
  token: string | null;
};

const expired = explainAuthFailure({ status: 400, code: "INVALID_TOKEN" });

export function ResetPasswordForm({ token }: ResetPasswordFormProps) {
  const t = useWords("signIn");
  const [done, setDone] = useState(false);
  const { pending, failure, problems, onSubmit } = useAuthForm({
    check: ({ password = "" }) => ({ password: newPasswordProblem(t, password) }),
    send: async ({ password = "" }) => {
      const outcome = await callAuth((fetchOptions) =>
        authClient.resetPassword({ newPassword: password, token: token ?? "", fetchOptions }),
      );
      if (!outcome.ok) return outcome.failure;
      setDone(true);
      return null;
    },
  });

  if (done) {
    return (
      <AuthCard title={t("changedTitle")}>
        <Banner tone="ok">{t("changed")}</Banner>
        <Link href="/sign-in" className={buttonClass({ variant: "primary", size: "lg" })}>
          {t("signIn")}
        </Link>
      </AuthCard>
    );
  }
  if (!token || failure?.reason === "expired-link") {
    return (
      <AuthCard
        title={t("expiredTitle")}
        failure={expired}
        foot={<TextLink href="/sign-in">{t("backToSignIn")}</TextLink>}
      >
        <Link href="/forgot-password" className={buttonClass({ variant: "primary", size: "lg" })}>
          {t("sendNewLink")}
        </Link>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t("chooseNewTitle")} failure={failure}>
      <form method="post" noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <PasswordField
          label={t("newPassword")}
          name="password"
          autoComplete="new-password"
          autoFocus
          hint={t("atLeastWords", { min: passwordMinLength })}
          error={problems.password}
          inputClassName="h-9"
        />
        <Button type="submit" variant="primary" size="lg" loading={pending} className="mt-1">
          {t("saveAndContinue")}
        </Button>
      </form>
    </AuthCard>
  );
}
