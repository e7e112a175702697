"use client";
import { useEffect, useState } from "react";
import { AuthCard } from "@/components/features/sign-in/auth-card";
import type { AuthFailure } from "@/components/features/sign-in/auth-failure";
import { type InvitationLink, joinOrganization } from "@/components/features/sign-in/join-organization";
import { JoinWithNewAccount } from "@/components/features/sign-in/join-with-new-account";
import { TextLink } from "@/components/features/sign-in/text-link";
import { authClient } from "@/components/lib/auth-client";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";

/** Where an invitation's link leads: joining with the account signed in, or with a new one. */
export function AcceptInvitation(link: InvitationLink) {
  const session = authClient.useSession();
  // What the server rendered knows no session: it shows the same as a browser that has not asked yet.
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  if (!link.invitationKey) {
    return (
      <AuthCard title="Link incomplete" foot={<TextLink href="/sign-in">Back to sign in</TextLink>}>
        <p>Part of the invitation's link is missing. Open it from the message again, or copy all of it.</p>
      </AuthCard>
    );
  }
  if (!isMounted || session.isPending) {
    return (
      <AuthCard title="You are invited">
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-10 w-full" />
      </AuthCard>
    );
  }
  if (!session.data) return <JoinWithNewAccount {...link} />;
  return <JoinAsSignedIn link={link} email={session.data.user.email} />;
}

function JoinAsSignedIn({ link, email }: { link: InvitationLink; email: string }) {
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
      title="You are invited"
      lead={
        <>
          Join as <strong className="font-medium text-ink">{email}</strong>. You keep the organizations you are in.
        </>
      }
      failure={failure}
      foot={
        <>
          Not you?{" "}
          <button
            type="button"
            onClick={() => void signOut()}
            className="rounded-sm font-medium text-accent underline-offset-2 hover:underline"
          >
            Use another account
          </button>
        </>
      }
    >
      <Button variant="primary" size="lg" loading={isPending} onClick={() => void join()}>
        Accept and join
      </Button>
    </AuthCard>
  );
}
