import type { Metadata } from "next";
import { AccountSettings } from "@/components/features/settings/account/account-settings";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.account") };
}

export default async function AccountPage() {
  const { name, email } = await requireViewer();
  return (
    <PageWords of={["secondStep", "passkey"]}>
      <AccountSettings name={name} email={email} />
    </PageWords>
  );
}
