import type { Metadata } from "next";
import { RatingsPage } from "@/components/features/ratings/ratings-page";
import { PageWords, pageWords } from "../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.ratings") };
}

export default function Page() {
  return (
    <PageWords of={["ratings", "customer"]}>
      <RatingsPage />
    </PageWords>
  );
}
