import type { Metadata } from "next";
import { ReviewPage } from "@/components/features/proof-review/review-page";
import { PageWords, pageWords } from "../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.review") };
}

export default function Page() {
  return (
    <PageWords of={["proofReview", "outcomes"]}>
      <ReviewPage />
    </PageWords>
  );
}
