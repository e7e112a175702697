import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PoliciesSettings } from "@/components/features/settings/policies/policies-settings";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.policies") };
}

export default async function PoliciesPage() {
  const { permissions } = await requireViewer();
  if (!permissions.includes("settings.read")) notFound();
  return (
    <PageWords of={["settingsForm", "settingsPolicies"]}>
      <PoliciesSettings />
    </PageWords>
  );
}
