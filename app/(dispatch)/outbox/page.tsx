import type { Metadata } from "next";
import { OutboxPage } from "@/components/features/outbox/outbox-page";
import { pageWords } from "../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.outbox") };
}

export default function Page() {
  return <OutboxPage />;
}
