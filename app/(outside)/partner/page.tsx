import type { Metadata } from "next";
import { AssignmentsPage } from "@/components/features/partner-desk/assignments-page";
import { requireOutsider } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.partnerDesk") };
}

export default async function Page() {
  const { permissions } = await requireOutsider("partner");
  return (
    <PageWords of={["partnerDesk"]}>
      <AssignmentsPage isOpen={permissions.includes("partner.own")} />
    </PageWords>
  );
}
