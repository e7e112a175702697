import type { Metadata } from "next";
import { AcceptInvitation } from "@/components/features/sign-in/accept-invitation";
import { pageWords } from "../../../page-words";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// The address holds the invitation's key: no other site may learn it.
export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.invitation"), referrer: "no-referrer" };
}

export default async function AcceptInvitationPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { key } = await searchParams;
  return <AcceptInvitation invitationId={id} invitationKey={typeof key === "string" ? key : ""} />;
}
