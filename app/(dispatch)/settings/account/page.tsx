import type { Metadata } from "next";
import { AccountSettings } from "@/components/features/settings/account/account-settings";
import { PasskeySite } from "@/components/lib/passkey/passkey-site";
import { pageContainer } from "@/server/main/container";
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
      <PasskeySite baseUrl={pageContainer().baseUrl}>
        <AccountSettings name={name} email={email} />
      </PasskeySite>
    </PageWords>
  );
}
