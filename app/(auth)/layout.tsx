import type { ReactNode } from "react";
import { AuthFrame } from "@/components/features/sign-in/auth-frame";
import { PageWords } from "../page-words";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <PageWords of={["signIn"]}>
      <AuthFrame>{children}</AuthFrame>
    </PageWords>
  );
}
