import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PartnersSettings } from "@/components/features/settings/partners/partners-settings";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.partners") };
}

export default async function PartnersPage() {
  const { permissions } = await requireViewer();
  if (!permissions.includes("fleet.read")) notFound();
  return (
    <PageWords of={["settingsPartners"]}>
      <PartnersSettings />
    </PageWords>
  );
}
