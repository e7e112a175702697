import type { Metadata } from "next";
import { FieldsSettings } from "@/components/features/settings/fields/fields-settings";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.fields") };
}

export default function FieldsPage() {
  return (
    <PageWords of={["settingsForm", "settingsFields", "orders"]}>
      <FieldsSettings />
    </PageWords>
  );
}
