import type { Metadata } from "next";
import { AddressBook } from "@/components/features/settings/address-book";
import { pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.addressBook") };
}

export default function AddressBookPage() {
  return <AddressBook />;
}
