import type { Metadata } from "next";
import { ExceptionsPage } from "@/components/features/exceptions/exceptions-page";
import { pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.exceptions") };
}

export default function Page() {
  return <ExceptionsPage />;
}
