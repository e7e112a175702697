import type { Metadata } from "next";
import { ImportHome } from "@/components/features/order-intake/import-home";
import { pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.importOrders") };
}

export default function ImportPage() {
  return <ImportHome />;
}
