import type { Metadata } from "next";
import { AcceptInvitation } from "@/components/features/sign-in/accept-invitation";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// The address holds the invitation's key: no other site may learn it.
export const metadata: Metadata = { title: "Accept an invitation", referrer: "no-referrer" };

export default async function AcceptInvitationPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { key } = await searchParams;
  return <AcceptInvitation invitationId={id} invitationKey={typeof key === "string" ? key : ""} />;
}
