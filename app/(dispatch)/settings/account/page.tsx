import type { Metadata } from "next";
import { AccountSettings } from "@/components/features/settings/account/account-settings";
import { requireViewer } from "@/server/main/require-viewer";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { name, email } = await requireViewer();
  return <AccountSettings name={name} email={email} />;
}
