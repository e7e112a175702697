import type { Metadata } from "next";
import { ForgotPasswordForm } from "@/components/features/sign-in/forgot-password-form";
import { pageWords } from "../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.forgotPassword") };
}

export default function ForgotPasswordPage() {
  return <ForgotPasswordForm />;
}
