import type { Metadata } from "next";
import { SecondStepForm } from "@/components/features/sign-in/second-step-form";
import { safeNextPath } from "@/components/lib/safe-next-path";
import { PageWords, pageWords } from "../../../page-words";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.secondStep") };
}

export default async function SecondStepPage({ searchParams }: Props) {
  const { next } = await searchParams;
  return (
    <PageWords of={["secondStep", "passkey"]}>
      <SecondStepForm nextPath={safeNextPath(next)} />
    </PageWords>
  );
}
