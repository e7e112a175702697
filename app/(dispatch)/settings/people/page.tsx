import type { Metadata } from "next";
import { PeopleSection } from "@/components/features/settings/people/people-section";
import { requireViewer } from "@/server/main/require-viewer";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const { organizationId, organizationName, userId, role } = await requireViewer();
  return (
    <PeopleSection organizationId={organizationId} organizationName={organizationName} userId={userId} ownRole={role} />
  );
}
