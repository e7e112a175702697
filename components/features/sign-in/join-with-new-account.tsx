"use client";
import { useRef } from "react";
import { emailProblem, newPasswordProblem, passwordMinLength } from "@/components/features/sign-in/account-rules";
import { AuthCard } from "@/components/features/sign-in/auth-card";
import { type InvitationLink, registerAndJoin } from "@/components/features/sign-in/join-organization";
import { PasswordField } from "@/components/features/sign-in/password-field";
import { TextLink } from "@/components/features/sign-in/text-link";
import { useAuthForm } from "@/components/features/sign-in/use-auth-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

/** For somebody invited who has no account yet, or is not signed in. */
export function JoinWithNewAccount(link: InvitationLink) {
  const progress = useRef({ accountMade: false });
  const { pending, failure, problems, onSubmit } = useAuthForm({
    check: ({ name = "", email = "", password = "" }) => ({
      name: name.trim() ? undefined : "Enter your name.",
      email: emailProblem(email),
      password: newPasswordProblem(password),
    }),
    send: async ({ name = "", email = "", password = "" }) => {
      const problem = await registerAndJoin({ name: name.trim(), email, password }, link, progress.current);
      if (!problem) window.location.replace("/plan");
      return problem;
    },
  });
  const here = `/accept-invitation/${link.invitationId}?key=${link.invitationKey}`;
  return (
    <AuthCard
      title="You are invited"
      lead="Create your account with the e-mail address the invitation was sent to."
      failure={failure}
      foot={
        <>
          Have an account? <TextLink href={`/sign-in?next=${encodeURIComponent(here)}`}>Sign in to join</TextLink>
        </>
      }
    >
      <form method="post" noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          autoFocus
          error={problems.name}
          inputClassName="h-9"
        />
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
          Create account and join
        </Button>
      </form>
    </AuthCard>
  );
}
