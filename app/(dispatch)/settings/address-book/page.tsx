import type { Metadata } from "next";
import { AddressBook } from "@/components/features/settings/address-book";

export const metadata: Metadata = { title: "Address book" };

export default function AddressBookPage() {
  return <AddressBook />;
}
