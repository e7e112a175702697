import type { Metadata } from "next";
import { DepotsPage } from "@/components/features/fleet/depots-page";
import { pageContainer } from "@/server/main/container";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Depots" };

export default async function Page({ searchParams }: Props) {
  const { add } = await searchParams;
  const { styleUrl, pmtilesUrl } = pageContainer().map;
  const basemap = { ...(styleUrl && { mapStyleUrl: styleUrl }), ...(pmtilesUrl && { pmtilesUrl }) };
  return <DepotsPage basemap={basemap} firstAct={add ? "add" : null} />;
}
