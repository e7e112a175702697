"use client";
import { emailProblem } from "@/components/features/sign-in/account-rules";
import { AuthCard } from "@/components/features/sign-in/auth-card";
import { callAuth } from "@/components/features/sign-in/call-auth";
import { PasskeyWay } from "@/components/features/sign-in/passkey-way";
import { PasswordField } from "@/components/features/sign-in/password-field";
import { TextLink } from "@/components/features/sign-in/text-link";
import { useAuthForm } from "@/components/features/sign-in/use-auth-form";
import { authClient } from "@/components/lib/auth-client";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

export type SignInFormProps = {
  /** A path of this site, already checked by safeNextPath. */
  nextPath: string;
  /** Offers sign-up where this installation still takes new organizations. */
  allowSignUp?: boolean;
};

export function SignInForm({ nextPath, allowSignUp = true }: SignInFormProps) {
  const t = useWords("signIn");
  const { pending, failure, problems, onSubmit } = useAuthForm({
    check: ({ email = "", password }) => ({
      email: emailProblem(t, email),
      password: password ? undefined : t("enterPassword"),
    }),
    send: async ({ email = "", password = "" }) => {
      const outcome = await callAuth((fetchOptions) => authClient.signIn.email({ email, password, fetchOptions }));
      if (!outcome.ok) return outcome.failure;
      if (outcome.data && "twoFactorRedirect" in outcome.data) {
        window.location.assign(`/sign-in/second-step?next=${encodeURIComponent(nextPath)}`);
        return null;
      }
      // A whole page load: nothing that was fetched while signed out may be shown now.
      window.location.replace(nextPath);
      return null;
    },
  });

  return (
    <AuthCard
      title={t("signIn")}
      failure={failure}
      foot={allowSignUp ? t.rich("newHere", { link: (words) => <TextLink href="/sign-up">{words}</TextLink> }) : null}
    >
      <form method="post" noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <TextField
          label={t("email")}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username webauthn"
          autoFocus
          error={problems.email}
          inputClassName="h-9"
        />
        <PasswordField
          label={t("password")}
          name="password"
          autoComplete="current-password"
          error={problems.password}
          aside={<TextLink href="/forgot-password">{t("forgot")}</TextLink>}
          inputClassName="h-9"
        />
        <Button type="submit" variant="primary" size="lg" loading={pending} className="mt-1">
          {t("signIn")}
        </Button>
      </form>
      <PasskeyWay nextPath={nextPath} />
    </AuthCard>
  );
}
