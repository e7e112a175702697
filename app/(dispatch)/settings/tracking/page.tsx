import type { Metadata } from "next";
import { TrackingSettings } from "@/components/features/settings/tracking/tracking-settings";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.trackingPage") };
}

export default function TrackingSettingsPage() {
  return (
    <PageWords of={["settingsForm", "settingsTracking"]}>
      <TrackingSettings />
    </PageWords>
  );
}
