import type { Metadata } from "next";
import { PeopleSection } from "@/components/features/settings/people/people-section";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.people") };
}

export default async function PeoplePage() {
  const { organizationName, userId, role } = await requireViewer();
  return (
    <PageWords of={["settingsPeople"]}>
      <PeopleSection organizationName={organizationName} userId={userId} ownRole={role} />
    </PageWords>
  );
}
