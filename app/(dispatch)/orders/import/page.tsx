import type { Metadata } from "next";
import { ImportHome } from "@/components/features/order-intake/import-home";

export const metadata: Metadata = { title: "Import orders" };

export default function ImportPage() {
  return <ImportHome />;
}
