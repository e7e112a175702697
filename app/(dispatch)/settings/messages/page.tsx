import type { Metadata } from "next";
import { MessagesSettings } from "@/components/features/settings/messages/messages-settings";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.customerMessages") };
}

export default function MessagesSettingsPage() {
  return (
    <PageWords of={["settingsForm", "settingsMessages"]}>
      <MessagesSettings />
    </PageWords>
  );
}
