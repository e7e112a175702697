import type { Metadata } from "next";
import { LookPage } from "@/components/features/driver-run/look/look-page";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.look") };
}

export default async function Page({ params }: { params: Promise<{ routeId: string }> }) {
  const { routeId } = await params;
  return (
    <PageWords of={["driverLook", "driverRun", "outcomes"]}>
      <LookPage routeId={routeId} />
    </PageWords>
  );
}
