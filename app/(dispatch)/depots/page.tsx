import type { Metadata } from "next";
import { DepotsPage } from "@/components/features/fleet/depots-page";
import { pageMap } from "@/server/main/reader";
import { PageWords, pageWords } from "../../page-words";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.depots") };
}

export default async function Page({ searchParams }: Props) {
  const { add } = await searchParams;
  return (
    <PageWords of={["map"]}>
      <DepotsPage basemap={await pageMap()} firstAct={add ? "add" : null} />
    </PageWords>
  );
}
