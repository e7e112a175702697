import type { Metadata } from "next";
import { ResetPasswordForm } from "@/components/features/sign-in/reset-password-form";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

// The address holds the token: no other site may learn it.
export const metadata: Metadata = { title: "Choose a new password", referrer: "no-referrer" };

export default async function ResetPasswordPage({ searchParams }: Props) {
  const { token, error } = await searchParams;
  return <ResetPasswordForm token={typeof token === "string" && !error ? token : null} />;
}
