import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PartnerPerformance } from "@/components/features/settings/partners/partner-performance";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.partnerPerformance") };
}

export default async function PartnerPerformancePage() {
  const { permissions } = await requireViewer();
  if (!permissions.includes("fleet.read")) notFound();
  return (
    <PageWords of={["settingsPartners"]}>
      <PartnerPerformance />
    </PageWords>
  );
}
