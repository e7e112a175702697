"use client";
import { useRef } from "react";
import { emailProblem, newPasswordProblem, passwordMinLength } from "@/components/features/sign-in/account-rules";
import { AuthCard } from "@/components/features/sign-in/auth-card";
import { type InvitationLink, registerAndJoin } from "@/components/features/sign-in/join-organization";
import { PasswordField } from "@/components/features/sign-in/password-field";
import { TextLink } from "@/components/features/sign-in/text-link";
import { useAuthForm } from "@/components/features/sign-in/use-auth-form";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

/** For somebody invited who has no account yet, or is not signed in. */
export function JoinWithNewAccount(link: InvitationLink) {
  const t = useWords("signIn");
  const progress = useRef({ accountMade: false });
  const { pending, failure, problems, onSubmit } = useAuthForm({
    check: ({ name = "", email = "", password = "" }) => ({
      name: name.trim() ? undefined : t("enterName"),
      email: emailProblem(t, email),
      password: newPasswordProblem(t, password),
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
      title={t("invited")}
      lead={t("createAndInvited")}
      failure={failure}
      foot={t.rich("haveAccountJoin", {
        link: (words) => <TextLink href={`/sign-in?next=${encodeURIComponent(here)}`}>{words}</TextLink>,
      })}
    >
      <form method="post" noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <TextField
          label={t("yourName")}
          name="name"
          autoComplete="name"
          autoFocus
          error={problems.name}
          inputClassName="h-9"
        />
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
          {t("createAndJoin")}
        </Button>
      </form>
    </AuthCard>
  );
}
