import type { Metadata } from "next";
import { ImportScreen } from "@/components/features/order-intake/import-screen";

export const metadata: Metadata = { title: "Import" };

export default async function ImportDetailsPage({ params }: { params: Promise<{ importId: string }> }) {
  const { importId } = await params;
  return <ImportScreen key={importId} importId={importId} />;
}
