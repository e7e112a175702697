import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityLog } from "@/components/features/settings/activity/activity-log";
import { requireViewer } from "@/server/main/require-viewer";

export const metadata: Metadata = { title: "Activity" };

export default async function ActivityPage() {
  const { permissions } = await requireViewer();
  if (!permissions.includes("audit.read")) notFound();
  return <ActivityLog />;
}
