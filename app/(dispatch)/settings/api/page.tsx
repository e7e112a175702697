import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApiAccessSettings } from "@/components/features/settings/api-access/api-access-settings";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.apiAccess") };
}

export default async function ApiAccessPage() {
  const { permissions } = await requireViewer();
  if (!permissions.includes("members.manage")) notFound();
  return (
    <PageWords of={["settingsApiAccess", "settingsMoving", "settingsForm"]}>
      <ApiAccessSettings />
    </PageWords>
  );
}
