import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RolesSection } from "@/components/features/settings/roles/roles-section";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.roles") };
}

export default async function RolesPage() {
  const { permissions } = await requireViewer();
  if (!permissions.includes("members.manage")) notFound();
  return (
    <PageWords of={["settingsPeople"]}>
      <RolesSection />
    </PageWords>
  );
}
