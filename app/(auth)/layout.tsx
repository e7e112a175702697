import type { ReactNode } from "react";
import { AuthFrame } from "@/components/features/sign-in/auth-frame";
import { PasskeySite } from "@/components/lib/passkey/passkey-site";
import { pageContainer } from "@/server/main/container";
import { PageWords } from "../page-words";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <PageWords of={["signIn"]}>
      <PasskeySite baseUrl={pageContainer().baseUrl}>
        <AuthFrame>{children}</AuthFrame>
      </PasskeySite>
    </PageWords>
  );
}
