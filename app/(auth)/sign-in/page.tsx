import type { Metadata } from "next";
import { SignInForm } from "@/components/features/sign-in/sign-in-form";
import { safeNextPath } from "@/components/lib/safe-next-path";
import { PageWords, pageWords } from "../../page-words";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.signIn") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  return (
    <PageWords of={["passkey"]}>
      <SignInForm nextPath={safeNextPath(next)} />
    </PageWords>
  );
}
