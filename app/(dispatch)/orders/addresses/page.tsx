import type { Metadata } from "next";
import { DoubtsScreen } from "@/components/features/address-doubts/doubts-screen";
import { pageContainer } from "@/server/main/container";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.addresses") };
}

export default function AddressesPage() {
  return (
    <PageWords of={["map"]}>
      <DoubtsScreen map={pageContainer().map} />
    </PageWords>
  );
}
