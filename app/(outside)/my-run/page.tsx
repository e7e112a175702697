import type { Metadata } from "next";
import { OwnRunsPage } from "@/components/features/driver-desk/own-runs-page";
import { requireOutsider } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.myRun") };
}

export default async function Page() {
  const { permissions } = await requireOutsider("driver");
  return (
    <PageWords of={["driverDesk"]}>
      <OwnRunsPage isOpen={permissions.includes("run.own")} />
    </PageWords>
  );
}
