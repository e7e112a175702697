"use client";
import { MailCheck } from "lucide-react";
import { useState } from "react";
import { emailProblem } from "@/components/features/sign-in/account-rules";
import { AuthCard } from "@/components/features/sign-in/auth-card";
import { callAuth } from "@/components/features/sign-in/call-auth";
import { TextLink } from "@/components/features/sign-in/text-link";
import { useAuthForm } from "@/components/features/sign-in/use-auth-form";
import { authClient } from "@/components/lib/auth-client";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

export function ForgotPasswordForm() {
  const t = useWords("signIn");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { pending, failure, problems, onSubmit } = useAuthForm({
    check: ({ email = "" }) => ({ email: emailProblem(t, email) }),
    send: async ({ email = "" }) => {
      const outcome = await callAuth((fetchOptions) =>
        authClient.requestPasswordReset({ email, redirectTo: "/reset-password", fetchOptions }),
      );
      if (!outcome.ok) return outcome.failure;
      setSentTo(email);
      return null;
    },
  });
  const back = <TextLink href="/sign-in">{t("backToSignIn")}</TextLink>;

  if (sentTo) {
    return (
      <AuthCard title={t("lookInMail")} foot={back}>
        {/* The same words whether or not there is such an account, or anyone could ask who works here. */}
        <div role="status" className="flex items-start gap-3 text-md">
          <MailCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-ok" />
          <p className="text-pretty">
            {t.rich("linkSent", {
              email: sentTo,
              b: (words) => <strong className="font-semibold">{words}</strong>,
            })}
          </p>
        </div>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t("setNewTitle")} lead={t("setNewLead")} failure={failure} foot={back}>
      <form method="post" noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <TextField
          label={t("email")}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoFocus
          error={problems.email}
          inputClassName="h-9"
        />
        <Button type="submit" variant="primary" size="lg" loading={pending} className="mt-1">
          {t("sendLink")}
        </Button>
      </form>
    </AuthCard>
  );
}
