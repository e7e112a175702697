import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityLog } from "@/components/features/settings/activity/activity-log";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.activity") };
}

export default async function ActivityPage() {
  const { permissions } = await requireViewer();
  if (!permissions.includes("audit.read")) notFound();
  return (
    <PageWords of={["activity"]}>
      <ActivityLog />
    </PageWords>
  );
}
