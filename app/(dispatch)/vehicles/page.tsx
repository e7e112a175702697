import type { Metadata } from "next";
import { VehiclesPage } from "@/components/features/fleet/vehicles-page";
import { pageWords } from "../../page-words";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.vehicles") };
}

export default async function Page({ searchParams }: Props) {
  const { add, import: isImport } = await searchParams;
  return <VehiclesPage firstAct={isImport ? "import" : add ? "add" : null} />;
}
