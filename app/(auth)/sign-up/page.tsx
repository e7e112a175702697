import type { Metadata } from "next";
import { SignUpForm } from "@/components/features/sign-in/sign-up-form";
import { safeNextPath } from "@/components/lib/safe-next-path";
import { pageWords } from "../../page-words";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.signUp") };
}

export default async function SignUpPage({ searchParams }: Props) {
  const { next } = await searchParams;
  return <SignUpForm nextPath={safeNextPath(next)} />;
}
