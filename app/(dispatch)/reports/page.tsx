import type { Metadata } from "next";
import { ReportsPage } from "@/components/features/reports/reports-page";
import { PageWords, pageWords } from "../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.reports") };
}

export default function Page() {
  return (
    <PageWords of={["reports"]}>
      <ReportsPage />
    </PageWords>
  );
}
