"use client";
import { useEffect, useState } from "react";
import { AuthCard } from "@/components/features/sign-in/auth-card";
import type { AuthFailure } from "@/components/features/sign-in/auth-failure";
import { type InvitationLink, joinOrganization } from "@/components/features/sign-in/join-organization";
import { JoinWithNewAccount } from "@/components/features/sign-in/join-with-new-account";
import { TextLink } from "@/components/features/sign-in/text-link";
import { authClient } from "@/components/lib/auth-client";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";

/** Where an invitation's link leads: joining with the account signed in, or with a new one. */
export function AcceptInvitation(link: InvitationLink) {
  const t = useWords("signIn");
  const session = authClient.useSession();
  // What the server rendered knows no session: it shows the same as a browser that has not asked yet.
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  if (!link.invitationKey) {
    return (
      <AuthCard title={t("linkIncomplete")} foot={<TextLink href="/sign-in">{t("backToSignIn")}</TextLink>}>
        <p>{t("linkIncompleteAbout")}</p>
      </AuthCard>
    );
  }
  if (!isMounted || session.isPending) {
    return (
      <AuthCard title={t("invited")}>
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-10 w-full" />
      </AuthCard>
    );
  }
  if (!session.data) return <JoinWithNewAccount {...link} />;
  return <JoinAsSignedIn link={link} email={session.data.user.email} />;
}

function JoinAsSignedIn({ link, email }: { link: InvitationLink; email: string }) {
  const t = useWords("signIn");
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<AuthFailure | null>(null);

  async function join() {
    setPending(true);
    const problem = await joinOrganization(link);
    if (!problem) return window.location.replace("/plan");
    setFailure(problem);
    setPending(false);
  }

  async function signOut() {
    await authClient.signOut();
    window.location.reload();
  }

  return (
    <AuthCard
      title={t("invited")}
      lead={t.rich("joinAs", {
        email,
        b: (words) => <strong className="font-medium text-ink">{words}</strong>,
      })}
      failure={failure}
      foot={t.rich("notYou", {
        link: (words) => (
          <button
            type="button"
            onClick={() => void signOut()}
            className="rounded-sm font-medium text-accent underline-offset-2 hover:underline"
          >
            {words}
          </button>
        ),
      })}
    >
      <Button variant="primary" size="lg" loading={isPending} onClick={() => void join()}>
        {t("join")}
      </Button>
    </AuthCard>
  );
}
