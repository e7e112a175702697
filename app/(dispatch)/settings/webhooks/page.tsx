import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WebhooksSettings } from "@/components/features/settings/webhooks/webhooks-settings";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.webhooks") };
}

export default async function WebhooksPage() {
  const { permissions } = await requireViewer();
  if (!permissions.includes("settings.read")) notFound();
  return (
    <PageWords of={["settingsWebhooks"]}>
      <WebhooksSettings />
    </PageWords>
  );
}
