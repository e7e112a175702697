import type { Metadata } from "next";
import { OrganizationSettings } from "@/components/features/settings/organization/organization-settings";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.organization") };
}

export default function OrganizationPage() {
  return (
    <PageWords of={["settingsForm", "settingsOrganization"]}>
      <OrganizationSettings />
    </PageWords>
  );
}
