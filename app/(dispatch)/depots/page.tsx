import type { Metadata } from "next";
import { DepotsPage } from "@/components/features/fleet/depots-page";
import { pageContainer } from "@/server/main/container";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Depots" };

export default async function Page({ searchParams }: Props) {
  const { add } = await searchParams;
  return <DepotsPage basemap={pageContainer().map} firstAct={add ? "add" : null} />;
}
