import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PartnerPage } from "@/components/features/settings/partners/partner-page";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.partner") };
}

export default async function OnePartnerPage({ params }: { params: Promise<{ partnerId: string }> }) {
  const { partnerId } = await params;
  const { permissions } = await requireViewer();
  if (!permissions.includes("fleet.read")) notFound();
  return (
    <PageWords of={["settingsPartners", "orderPartner"]}>
      <PartnerPage partnerId={partnerId} />
    </PageWords>
  );
}
