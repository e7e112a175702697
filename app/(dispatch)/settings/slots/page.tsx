import type { Metadata } from "next";
import { SlotsSettings } from "@/components/features/settings/slots/slots-settings";
import { pageMap } from "@/server/main/reader";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.slots") };
}

export default async function SlotsPage() {
  return (
    <PageWords of={["settingsForm", "settingsSlots", "map"]}>
      <SlotsSettings basemap={await pageMap()} />
    </PageWords>
  );
}
