import type { Metadata } from "next";
import { SlotsSettings } from "@/components/features/settings/slots/slots-settings";
import { pageContainer } from "@/server/main/container";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.slots") };
}

export default function SlotsPage() {
  return (
    <PageWords of={["settingsForm", "settingsSlots", "map"]}>
      <SlotsSettings basemap={pageContainer().map} />
    </PageWords>
  );
}
