import type { Metadata } from "next";
import { DoubtsScreen } from "@/components/features/address-doubts/doubts-screen";
import { pageMap } from "@/server/main/reader";
import { PageWords, pageWords } from "../../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.addresses") };
}

export default async function AddressesPage() {
  return (
    <PageWords of={["map"]}>
      <DoubtsScreen map={await pageMap()} />
    </PageWords>
  );
}
