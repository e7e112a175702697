import type { Metadata } from "next";
import { OwnFleetPage } from "@/components/features/partner-desk/own-fleet-page";
import { requireOutsider } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.partnerFleet") };
}

export default async function Page() {
  const { permissions } = await requireOutsider("partner");
  return (
    <PageWords of={["partnerDesk"]}>
      <OwnFleetPage isOpen={permissions.includes("partner.own")} />
    </PageWords>
  );
}
