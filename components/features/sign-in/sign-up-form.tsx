"use client";
import { useRef } from "react";
import { emailProblem, newPasswordProblem, passwordMinLength } from "@/components/features/sign-in/account-rules";
import { AuthCard } from "@/components/features/sign-in/auth-card";
import { PasswordField } from "@/components/features/sign-in/password-field";
import { type RegistrationProgress, registerOrganization } from "@/components/features/sign-in/register-organization";
import { TextLink } from "@/components/features/sign-in/text-link";
import { type FieldProblems, useAuthForm } from "@/components/features/sign-in/use-auth-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

export type SignUpFormProps = {
  /** A path of this site, already checked by safeNextPath. */
  nextPath: string;
};

function registrationProblems({ name = "", email = "", password = "", organizationName = "" }): FieldProblems {
  return {
    organizationName: organizationName.trim() ? undefined : "Enter your organization's name.",
    name: name.trim() ? undefined : "Enter your name.",
    email: emailProblem(email),
    password: newPasswordProblem(password),
  };
}

export function SignUpForm({ nextPath }: SignUpFormProps) {
  const progress = useRef<RegistrationProgress>({ accountMade: false });
  const { pending, failure, problems, onSubmit } = useAuthForm({
    check: registrationProblems,
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
      title="Create your organization"
      lead="You become its owner and can invite the others."
      failure={failure}
      foot={
        <>
          Have an account? <TextLink href="/sign-in">Sign in</TextLink>
        </>
      }
    >
      <form method="post" noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <TextField
          label="Organization"
          name="organizationName"
          autoComplete="organization"
          autoFocus
          error={problems.organizationName}
          inputClassName="h-9"
        />
        <TextField label="Your name" name="name" autoComplete="name" error={problems.name} inputClassName="h-9" />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          error={problems.email}
          inputClassName="h-9"
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="new-password"
          hint={`At least ${passwordMinLength} characters.`}
          error={problems.password}
          inputClassName="h-9"
        />
        <Button type="submit" variant="primary" size="lg" loading={pending} className="mt-1">
          Create organization
        </Button>
      </form>
    </AuthCard>
  );
}
