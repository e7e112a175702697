import type { Metadata } from "next";
import { ResetPasswordForm } from "@/components/features/sign-in/reset-password-form";
import { pageWords } from "../../page-words";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

// The address holds the token: no other site may learn it.
export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.resetPassword"), referrer: "no-referrer" };
}

export default async function ResetPasswordPage({ searchParams }: Props) {
  const { token, error } = await searchParams;
  return <ResetPasswordForm token={typeof token === "string" && !error ? token : null} />;
}
