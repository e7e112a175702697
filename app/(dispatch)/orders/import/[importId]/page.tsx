import type { Metadata } from "next";
import { ImportScreen } from "@/components/features/order-intake/import-screen";
import { pageWords } from "../../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.import") };
}

export default async function ImportDetailsPage({ params }: { params: Promise<{ importId: string }> }) {
  const { importId } = await params;
  return <ImportScreen key={importId} importId={importId} />;
}
