import type { Metadata } from "next";
import { DriversPage } from "@/components/features/fleet/drivers-page";
import { pageWords } from "../../page-words";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.drivers") };
}

export default async function Page({ searchParams }: Props) {
  const { add, import: isImport } = await searchParams;
  return <DriversPage firstAct={isImport ? "import" : add ? "add" : null} />;
}
