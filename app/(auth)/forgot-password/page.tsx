import type { Metadata } from "next";
import { ForgotPasswordForm } from "@/components/features/sign-in/forgot-password-form";

export const metadata: Metadata = { title: "Set a new password" };

export default function ForgotPasswordPage() {
  return <ForgotPasswordForm />;
}
