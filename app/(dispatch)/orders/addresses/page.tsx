import type { Metadata } from "next";
import { DoubtsScreen } from "@/components/features/address-doubts/doubts-screen";
import { pageContainer } from "@/server/main/container";

export const metadata: Metadata = { title: "Addresses in doubt" };

export default function AddressesPage() {
  return <DoubtsScreen map={pageContainer().map} />;
}
