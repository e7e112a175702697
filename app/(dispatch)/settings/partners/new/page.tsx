import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PartnerWizard } from "@/components/features/settings/partners/partner-wizard";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.partnerNew") };
}

export default async function NewPartnerPage() {
  const { permissions } = await requireViewer();
  if (!permissions.includes("fleet.write")) notFound();
  return (
    <PageWords of={["settingsPartners"]}>
      <PartnerWizard />
    </PageWords>
  );
}
