import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MapAndTravelSettings } from "@/components/features/settings/map-and-travel/map-and-travel-settings";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.mapAndTravel") };
}

export default async function MapAndTravelPage() {
  const { permissions } = await requireViewer();
  if (!permissions.includes("settings.read")) notFound();
  return (
    <PageWords of={["settingsForm", "settingsMapAndTravel"]}>
      <MapAndTravelSettings />
    </PageWords>
  );
}
