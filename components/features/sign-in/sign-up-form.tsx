"use client";
import { useRef } from "react";
import { emailProblem, newPasswordProblem, passwordMinLength } from "@/components/features/sign-in/account-rules";
import { AuthCard } from "@/components/features/sign-in/auth-card";
import { PasswordField } from "@/components/features/sign-in/password-field";
import { type RegistrationProgress, registerOrganization } from "@/components/features/sign-in/register-organization";
import { TextLink } from "@/components/features/sign-in/text-link";
import { type FieldProblems, useAuthForm } from "@/components/features/sign-in/use-auth-form";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

export type SignUpFormProps = {
  /** A path of this site, already checked by safeNextPath. */
  nextPath: string;
};

function registrationProblems(
  t: Words<"signIn">,
  { name = "", email = "", password = "", organizationName = "" }: Record<string, string>,
): FieldProblems {
  return {
    organizationName: organizationName.trim() ? undefined : t("enterOrganization"),
    name: name.trim() ? undefined : t("enterName"),
    email: emailProblem(t, email),
    password: newPasswordProblem(t, password),
  };
}

export function SignUpForm({ nextPath }: SignUpFormProps) {
  const t = useWords("signIn");
  const progress = useRef<RegistrationProgress>({ accountMade: false });
  const { pending, failure, problems, onSubmit } = useAuthForm({
    check: (values) => registrationProblems(t, values),
    send: async ({ name = "", email = "", password = "", organizationName = "" }) => {
      const problem = await registerOrganization(
        { name: name.trim(), email, password, organizationName: organizationName.trim() },
        progress.current,
      );
      if (!problem) window.location.replace(nextPath);
      return problem;
    },
  });

  return (
    <AuthCard
      title={t("createTitle")}
      lead={t("createLead")}
      failure={failure}
      foot={t.rich("haveAccount", { link: (words) => <TextLink href="/sign-in">{words}</TextLink> })}
    >
      <form method="post" noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <TextField
          label={t("organization")}
          name="organizationName"
          autoComplete="organization"
          autoFocus
          error={problems.organizationName}
          inputClassName="h-9"
        />
        <TextField label={t("yourName")} name="name" autoComplete="name" error={problems.name} inputClassName="h-9" />
        <TextField
          label={t("email")}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          error={problems.email}
          inputClassName="h-9"
        />
        <PasswordField
          label={t("password")}
          name="password"
          autoComplete="new-password"
          hint={t("atLeast", { min: passwordMinLength })}
          error={problems.password}
          inputClassName="h-9"
        />
        <Button type="submit" variant="primary" size="lg" loading={pending} className="mt-1">
          {t("create")}
        </Button>
      </form>
    </AuthCard>
  );
}
