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
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";

export type ResetPasswordFormProps = {
  /** From the link; null when it is missing or the server has already found it expired. */
  token: string | null;
};

const expired = explainAuthFailure({ status: 400, code: "INVALID_TOKEN" });

export function ResetPasswordForm({ token }: ResetPasswordFormProps) {
  const [done, setDone] = useState(false);
  const { pending, failure, problems, onSubmit } = useAuthForm({
    check: ({ password = "" }) => ({ password: newPasswordProblem(password) }),
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
      <AuthCard title="Password changed">
        <Banner tone="ok">Your new password is set. Other devices have been signed out.</Banner>
        <Link href="/sign-in" className={buttonClass({ variant: "primary", size: "lg" })}>
          Sign in
        </Link>
      </AuthCard>
    );
  }
  if (!token || failure?.reason === "expired-link") {
    return (
      <AuthCard title="Link expired" failure={expired} foot={<TextLink href="/sign-in">Back to sign in</TextLink>}>
        <Link href="/forgot-password" className={buttonClass({ variant: "primary", size: "lg" })}>
          Send a new link
        </Link>
      </AuthCard>
    );
  }
  return (
    <AuthCard title="Choose a new password" failure={failure}>
      <form method="post" noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <PasswordField
          label="New password"
          name="password"
          autoComplete="new-password"
          autoFocus
          hint={`At least ${passwordMinLength} characters. A few unrelated words work well.`}
          error={problems.password}
          inputClassName="h-9"
        />
        <Button type="submit" variant="primary" size="lg" loading={pending} className="mt-1">
          Save and continue
        </Button>
      </form>
    </AuthCard>
  );
}
