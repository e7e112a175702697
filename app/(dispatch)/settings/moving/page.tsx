import type { Metadata } from "next";
import { MovingSettings } from "@/components/features/settings/migration/moving-settings";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.moving") };
}

export default function MovingPage() {
  return (
    <PageWords of={["settingsMoving", "faults"]}>
      <MovingSettings />
    </PageWords>
  );
}
